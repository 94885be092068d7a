using CityMap.Geo.Demo.Ground;

namespace CityMap.Geo.Demo.Streets;

/// <summary>
/// Grows smaller streets from larger ones: each starts on a street or beside one, follows the direction field and ends where it meets
/// another street, the water, a hill, or the edge of the town. Seeds are tried in the order streets were made, so the result is fixed.
/// </summary>
internal sealed class StreetGrower(Land land, DirectionField field, StreetNetwork network)
{
    private const double Step = 11;

    /// <summary>Grows all streets of one class with a spacing (metres) that depends on the density of the place.</summary>
    public void Grow(StreetClass rank, double threshold, Func<double, double> spacing, double longest)
    {
        for (var next = 0; next < network.Streets.Count; next++)
        {
            var parent = network.Streets[next];
            if (parent.Bridge) continue;
            var from = 0.0;
            foreach (var (p, d, along) in Polyline.Walk(parent.Line, 12, Step).ToList())
            {
                if (along < from) continue;
                var density = land.Density(p);
                if (density < threshold) continue;
                var gap = spacing(density);
                from = along + (gap * 0.5);
                foreach (var side in (ReadOnlySpan<int>)[1, -1])
                {
                    TryGrow(p, d.Left * side, rank, threshold, spacing, longest, beside: false);
                    TryGrow(p + (d.Left * (side * gap)), d, rank, threshold, spacing, longest, beside: true);
                }
            }
        }
    }

    private void TryGrow(
        Vec seed, Vec direction, StreetClass rank, double threshold, Func<double, double> spacing, double longest, bool beside)
    {
        var gap = spacing(land.Density(seed));
        if (beside && !Free(seed, rank, threshold)) return;
        var across = field.At(seed, direction);
        if (network.Crowded(seed + (across * (beside ? 0 : Step)), across, gap * 0.92)) return;
        var line = Trace(seed, across, rank, threshold, spacing, longest);
        if (beside)
        {
            var back = Trace(seed, across * -1, rank, threshold, spacing, longest);
            back.Reverse();
            line = [.. back, .. line.Skip(1)];
        }

        if (Finish(line, gap, beside) is { } done && Polyline.Length(done) > Math.Min(gap * 0.55, 60)) network.Add(new("", rank, done));
    }

    private List<Vec> Trace(Vec p, Vec direction, StreetClass rank, double threshold, Func<double, double> spacing, double longest)
    {
        var line = new List<Vec> { p };
        for (var length = 0.0; length < longest; length += Step)
        {
            direction = field.At(p, direction);
            var next = p + (direction * Step);
            if (!Free(next, rank, threshold)) break;
            line.Add(next);
            if (network.Crowded(next, direction, spacing(land.Density(next)) * 0.55)) break;
            p = next;
        }

        return line;
    }

    private bool Free(Vec p, StreetClass rank, double threshold) =>
        !land.Closed(p, Street.Half(rank) + 6) && !land.Reserved.Covers(p, Street.Half(rank) + 3) && land.Density(p) >= threshold * 0.8;

    // Ties both ends to streets ahead of them, or trims what sticks out beyond the last crossing.
    private List<Vec>? Finish(List<Vec> line, double gap, bool beside)
    {
        if (line.Count < 2) return null;
        var end = Reach(line, gap);
        if (!beside) return end ? line : Trim(line, gap) ? line : null;
        line.Reverse();
        var start = Reach(line, gap);
        if (end && start) return line;
        if (!start && !Trim(line, gap)) return null;
        line.Reverse();
        return end || Trim(line, gap) ? line : null;
    }

    private bool Reach(List<Vec> line, double gap)
    {
        Vec p = line[^1], d = (line[^1] - line[^2]).Unit;
        if (network.FirstHit(line[^2], p, 1e-3) is { } own && line.Count > 2)
        {
            line[^1] = own.Point;
            return true;
        }

        var far = p + (d * (gap * 0.8));
        if (network.FirstHit(p, far) is not { } hit) return false;
        for (var k = 1; k < 8; k++)
        {
            var between = p.Toward(hit.Point, k / 8.0);
            if (land.Closed(between, 4) || land.Reserved.Covers(between, 5)) return false;
        }

        line.Add(hit.Point);
        return true;
    }

    // Cuts a short stub behind the last crossing; a long one stays as a dead end. False when it meets no street at all.
    private bool Trim(List<Vec> line, double gap)
    {
        var stub = 0.0;
        for (var i = line.Count - 1; i > 0; i--)
        {
            if (network.FirstHit(line[i], line[i - 1]) is { } hit)
            {
                if (stub + hit.Point.To(line[i]) > Math.Min(gap * 0.6, 70)) return true;
                line.RemoveRange(i, line.Count - i);
                line.Add(hit.Point);
                return line.Count >= 2;
            }

            stub += line[i].To(line[i - 1]);
        }

        return network.Segments.Nearest(line[0], 1).Index >= 0;
    }
}
