using SkiaSharp;

namespace CityMap.Viewer.Labels;

/// <summary>The boxes already taken, by cells of 48 CSS pixels.</summary>
internal sealed class CollisionGrid
{
    private const float Cell = 48;
    private readonly Dictionary<(int X, int Y), List<SKRect>> _cells = [];

    /// <summary>True when nothing taken meets the box.</summary>
    public bool IsFree(SKRect box)
    {
        foreach (var key in Cells(box))
        {
            if (!_cells.TryGetValue(key, out var taken)) continue;
            foreach (var other in taken)
            {
                if (other.Left < box.Right && box.Left < other.Right && other.Top < box.Bottom && box.Top < other.Bottom) return false;
            }
        }

        return true;
    }

    /// <summary>Takes a box.</summary>
    public void Take(SKRect box)
    {
        foreach (var key in Cells(box))
        {
            if (!_cells.TryGetValue(key, out var taken)) _cells.Add(key, taken = []);
            taken.Add(box);
        }
    }

    private static IEnumerable<(int X, int Y)> Cells(SKRect box)
    {
        var (left, right) = ((int)MathF.Floor(box.Left / Cell), (int)MathF.Floor(box.Right / Cell));
        var (top, bottom) = ((int)MathF.Floor(box.Top / Cell), (int)MathF.Floor(box.Bottom / Cell));
        for (var x = left; x <= right; x++)
        {
            for (var y = top; y <= bottom; y++) yield return (x, y);
        }
    }
}
