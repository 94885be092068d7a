using NetTopologySuite.Geometries;

namespace CityMap.Geo.Demo.Ground;

/// <summary>Areas above a height, by marching squares over the terrain raster.</summary>
internal static class Contours
{
    /// <summary>
    /// Polygons of every place where a function of the raster's nodes is higher than a level, largest first; specks are left out.
    /// </summary>
    /// <param name="node">The value at column and row.</param>
    /// <param name="level">The level.</param>
    /// <param name="smallest">Area under which a shape or hole is left out, square metres.</param>
    public static IReadOnlyList<Polygon> Above(Func<int, int, double> node, double level, double smallest)
    {
        var values = new double[Terrain.Rows * Terrain.Columns];
        Parallel.For(0, Terrain.Rows, y =>
        {
            for (var x = 0; x < Terrain.Columns; x++) values[(y * Terrain.Columns) + x] = node(x, y);
        });
        var rings = Rings(values, level).Select(r => (Ring: Round(r), Area: Plane.SignedArea(r) / 2))
            .Where(r => Math.Abs(r.Area) > smallest).ToList();
        var outers = rings.Where(r => r.Area > 0).OrderByDescending(r => r.Area)
            .Select(r => (r.Ring, r.Area, Holes: new List<List<Vec>>())).ToList();
        foreach (var hole in rings.Where(r => r.Area < 0))
        {
            // The smallest area around it is the one it is cut from.
            for (var i = outers.Count - 1; i >= 0; i--)
            {
                if (outers[i].Area <= -hole.Area || !Inside(outers[i].Ring, hole.Ring[0])) continue;
                outers[i].Holes.Add(hole.Ring);
                break;
            }
        }

        return [.. outers.Select(o => Plane.Polygon(o.Ring, o.Holes)).Where(p => p.IsValid)];
    }

    /// <summary>True when the point lies inside an open ring.</summary>
    public static bool Inside(IReadOnlyList<Vec> ring, Vec p)
    {
        var inside = false;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
        {
            Vec a = ring[i], b = ring[j];
            if (a.Y > p.Y != b.Y > p.Y && p.X < ((b.X - a.X) * (p.Y - a.Y) / (b.Y - a.Y)) + a.X) inside = !inside;
        }

        return inside;
    }

    // Walks the edges of the raster with the high ground on the left; beyond the raster everything is low, so every ring closes.
    private static List<List<Vec>> Rings(double[] values, double level)
    {
        var next = new Dictionary<(int, int, bool), (int, int, bool)>();
        for (var y = -1; y < Terrain.Rows; y++)
        {
            for (var x = -1; x < Terrain.Columns; x++)
            {
                int c = (High(x, y) ? 1 : 0) | (High(x + 1, y) ? 2 : 0) | (High(x + 1, y + 1) ? 4 : 0) | (High(x, y + 1) ? 8 : 0);
                (int, int, bool) south = (x, y, false), north = (x, y + 1, false), west = (x, y, true), east = (x + 1, y, true);
                switch (c)
                {
                    case 1: next[south] = west; break;
                    case 2: next[east] = south; break;
                    case 3: next[east] = west; break;
                    case 4: next[north] = east; break;
                    case 5: next[south] = west; next[north] = east; break;
                    case 6: next[north] = south; break;
                    case 7: next[north] = west; break;
                    case 8: next[west] = north; break;
                    case 9: next[south] = north; break;
                    case 10: next[east] = south; next[west] = north; break;
                    case 11: next[east] = north; break;
                    case 12: next[west] = east; break;
                    case 13: next[south] = east; break;
                    case 14: next[west] = south; break;
                    default: break;
                }
            }
        }

        var rings = new List<List<Vec>>();
        foreach (var start in next.Keys.Order().ToList())
        {
            if (!next.ContainsKey(start)) continue;
            var ring = new List<Vec>();
            for (var at = start; next.Remove(at, out var after); at = after) ring.Add(Cut(at));
            if (ring.Count > 3) rings.Add(ring);
        }

        return rings;

        double Value(int x, int y) => x < 0 || y < 0 || x >= Terrain.Columns || y >= Terrain.Rows ? -1 : values[(y * Terrain.Columns) + x];
        bool High(int x, int y) => Value(x, y) > level;

        Vec Cut((int X, int Y, bool Up) edge)
        {
            var (x2, y2) = edge.Up ? (edge.X, edge.Y + 1) : (edge.X + 1, edge.Y);
            double a = Value(edge.X, edge.Y), b = Value(x2, y2);
            var share = Math.Clamp((level - a) / (b - a), 0.02, 0.98);
            return Terrain.Corner + (new Vec(edge.X, edge.Y).Toward(new(x2, y2), share) * Terrain.Cell);
        }
    }

    // One pass of corner cutting (Chaikin).
    private static List<Vec> Round(List<Vec> ring)
    {
        var result = new List<Vec>(ring.Count * 2);
        for (var i = 0; i < ring.Count; i++)
        {
            Vec a = ring[i], b = ring[(i + 1) % ring.Count];
            result.Add(a.Toward(b, 0.25));
            result.Add(a.Toward(b, 0.75));
        }

        return result;
    }
}
