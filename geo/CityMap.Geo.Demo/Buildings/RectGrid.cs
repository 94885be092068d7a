using CityMap.Geo.Demo.Ground;

namespace CityMap.Geo.Demo.Buildings;

/// <summary>Rectangles by square cell, for "is there room here".</summary>
internal sealed class RectGrid(double cell)
{
    private readonly Dictionary<(int, int), List<Rect>> _cells = [];

    /// <summary>Adds a rectangle to every cell its circle meets.</summary>
    public void Add(Rect rect)
    {
        foreach (var key in Cells(rect.Middle, rect.Radius))
        {
            if (!_cells.TryGetValue(key, out var list)) _cells[key] = list = new(4);
            list.Add(rect);
        }
    }

    /// <summary>True when another rectangle lies nearer than a margin.</summary>
    public bool Meets(Rect rect, double margin)
    {
        foreach (var key in Cells(rect.Middle, rect.Radius + margin))
        {
            if (!_cells.TryGetValue(key, out var list)) continue;
            foreach (var other in list)
            {
                if (rect.Meets(other, margin)) return true;
            }
        }

        return false;
    }

    /// <summary>True when a point lies in a rectangle or nearer than a margin (at most one cell).</summary>
    public bool Covers(Vec p, double margin)
    {
        foreach (var key in Cells(p, margin))
        {
            if (!_cells.TryGetValue(key, out var list)) continue;
            foreach (var other in list)
            {
                if (other.Covers(p, margin)) return true;
            }
        }

        return false;
    }

    private IEnumerable<(int, int)> Cells(Vec middle, double reach)
    {
        int x0 = (int)Math.Floor((middle.X - reach) / cell), x1 = (int)Math.Floor((middle.X + reach) / cell);
        int y0 = (int)Math.Floor((middle.Y - reach) / cell), y1 = (int)Math.Floor((middle.Y + reach) / cell);
        for (var x = x0; x <= x1; x++)
        {
            for (var y = y0; y <= y1; y++) yield return (x, y);
        }
    }
}
