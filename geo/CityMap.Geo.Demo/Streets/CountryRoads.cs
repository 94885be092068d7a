using CityMap.Geo.Demo.Ground;

namespace CityMap.Geo.Demo.Streets;

/// <summary>
/// Roads from the villages to the nearest larger road: shortest ways over the terrain, which prefer flat ground and never ford the river.
/// </summary>
internal static class CountryRoads
{
    private const double Cell = 170;
    private const int Columns = 190, Rows = 196;

    /// <summary>Adds a road for every village that has none.</summary>
    public static void Grow(Land land, StreetNetwork network)
    {
        var cost = new double[Columns * Rows];
        var from = new int[Columns * Rows];
        Array.Fill(cost, double.MaxValue);
        Array.Fill(from, -1);
        var queue = new PriorityQueue<int, (double, int)>();
        foreach (var street in network.Streets)
        {
            if (street.Bridge) continue;
            foreach (var (p, _, _) in Polyline.Walk(street.Line, 0, Cell * 0.5)) Start(Index(p));
        }

        Spread(land, cost, from, queue);
        var taken = new HashSet<int>();
        foreach (var (middle, radius, _) in land.Settlements)
        {
            if (radius > 700) continue;
            var path = new List<Vec> { middle };
            var at = Index(middle);
            if (cost[at] == double.MaxValue) continue;
            // A cell already on another village's road ends this one there.
            while (from[at] >= 0)
            {
                at = from[at];
                path.Add(Middle(at));
                if (!taken.Add(at)) break;
            }

            Add(land, network, path);
        }

        void Start(int i)
        {
            if (i < 0 || cost[i] == 0) return;
            cost[i] = 0;
            queue.Enqueue(i, (0, i));
        }
    }

    private static void Add(Land land, StreetNetwork network, List<Vec> path)
    {
        // The last cell only says "a road is near": end on the road itself.
        var near = network.Segments.Nearest(path[^1], 500);
        if (near.Index >= 0)
        {
            var (a, b, _) = network.Segments[near.Index];
            if (path.Count > 3) path.RemoveRange(path.Count - 2, 2);
            path.Add(a.Toward(b, near.Share));
        }

        if (path.Count < 2 || Polyline.Length(path) < 150) return;
        var line = Polyline.Smooth(Thin(path), 30);
        for (var i = 0; i < line.Count; i++)
        {
            if (!land.Wet(line[i], 8)) continue;
            line.RemoveRange(i, line.Count - i);
            break;
        }

        if (line.Count >= 2) network.Add(new("", StreetClass.Tertiary, line));
    }

    private static void Spread(Land land, double[] cost, int[] from, PriorityQueue<int, (double, int)> queue)
    {
        var ground = new double[cost.Length];
        for (var i = 0; i < ground.Length; i++)
        {
            var p = Middle(i);
            ground[i] = land.Wet(p, 60) || !land.Inhabited(p) ? double.PositiveInfinity : 1 + (14 * Math.Max(0, land.Terrain.Height(p)));
        }

        while (queue.TryDequeue(out var i, out var key))
        {
            if (key.Item1 > cost[i]) continue;
            int x = i % Columns, y = i / Columns;
            for (var dy = -1; dy <= 1; dy++)
            {
                for (var dx = -1; dx <= 1; dx++)
                {
                    int nx = x + dx, ny = y + dy;
                    if ((dx == 0 && dy == 0) || nx < 0 || ny < 0 || nx >= Columns || ny >= Rows) continue;
                    var j = (ny * Columns) + nx;
                    var next = cost[i] + ((dx != 0 && dy != 0 ? 1.4142135623730951 : 1) * (ground[i] + ground[j]) / 2);
                    if (next >= cost[j]) continue;
                    cost[j] = next;
                    from[j] = i;
                    queue.Enqueue(j, (next, j));
                }
            }
        }
    }

    private static List<Vec> Thin(List<Vec> path)
    {
        var result = new List<Vec> { path[0] };
        for (var i = 2; i < path.Count - 1; i += 2) result.Add(path[i].Toward(path[i + 1], 0.35));
        result.Add(path[^1]);
        return result;
    }

    private static int Index(Vec p)
    {
        var at = (p - Terrain.Corner) * (1 / Cell);
        int x = (int)at.X, y = (int)at.Y;
        return x < 0 || y < 0 || x >= Columns || y >= Rows ? -1 : (y * Columns) + x;
    }

    private static Vec Middle(int i) => Terrain.Corner + (new Vec((i % Columns) + 0.5, (i / Columns) + 0.5) * Cell);
}
