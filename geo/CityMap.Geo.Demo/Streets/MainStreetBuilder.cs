using CityMap.Geo.Demo.Ground;

namespace CityMap.Geo.Demo.Streets;

/// <summary>
/// Draws the main streets: smooths them, ties loose ends to each other, and cuts the bridges out where they cross the river.
/// </summary>
internal static class MainStreetBuilder
{
    /// <summary>The main streets and bridges.</summary>
    public static List<Street> Build(River river)
    {
        var smooth = MainStreets.All.Select(m => (m.Name, m.Class, Line: Polyline.Smooth(m.Points, 22), m.Bridge)).ToList();
        for (var i = 0; i < smooth.Count; i++)
        {
            Tie(smooth[i].Line, 0, i, smooth.Select(s => s.Line).ToList());
            Tie(smooth[i].Line, smooth[i].Line.Count - 1, i, smooth.Select(s => s.Line).ToList());
        }

        var streets = new List<Street>();
        var bridges = new Dictionary<string, Street>();
        foreach (var (name, rank, line, bridge) in smooth) Cut(name, rank, line, bridge, river, streets, bridges);
        streets.AddRange(bridges.Values);
        return streets;
    }

    // An end that stops within 70 m of another main street is drawn to it.
    private static void Tie(List<Vec> line, int end, int own, List<List<Vec>> all)
    {
        var (best, target) = (70.0, line[end]);
        for (var o = 0; o < all.Count; o++)
        {
            if (o == own) continue;
            for (var i = 0; i + 1 < all[o].Count; i++)
            {
                var distance = line[end].ToSegment(all[o][i], all[o][i + 1], out var share);
                if (distance < best) (best, target) = (distance, all[o][i].Toward(all[o][i + 1], share));
            }
        }

        line[end] = target;
    }

    private static void Cut(
        string name, StreetClass rank, List<Vec> line, string? bridge, River river,
        List<Street> streets, Dictionary<string, Street> bridges)
    {
        var piece = new List<Vec> { line[0] };
        var over = Over(line[0]);
        for (var i = 1; i < line.Count; i++)
        {
            var here = Over(line[i]);
            if (here != over)
            {
                var bank = Bank(line[i - 1], line[i]);
                piece.Add(bank);
                Finish();
                piece = [bank];
                over = here;
            }

            piece.Add(line[i]);
        }

        Finish();

        bool Over(Vec p) => bridge is not null && river.Clearance(p) < 6;

        Vec Bank(Vec a, Vec b)
        {
            var wet = Over(a);
            double low = 0, high = 1;
            for (var k = 0; k < 24; k++)
            {
                var middle = (low + high) / 2;
                if (Over(a.Toward(b, middle)) == wet) low = middle;
                else high = middle;
            }

            return a.Toward(b, high);
        }

        void Finish()
        {
            if (!over) streets.Add(new(name, rank, piece));
            else if (!bridges.TryGetValue(bridge!, out var half)) bridges[bridge!] = new(bridge!, rank, piece, Bridge: true);
            else bridges[bridge!] = half with { Line = Join(half.Line, piece) };
        }
    }

    // Two halves that meet in the middle of the river become one bridge.
    private static List<Vec> Join(List<Vec> a, List<Vec> b)
    {
        if (a[^1] != b[0])
        {
            if (a[0] == b[0]) a.Reverse();
            else if (a[^1] == b[^1]) b.Reverse();
            else (a, b) = (b, a);
        }

        return [.. a, .. b.Skip(1)];
    }
}
