namespace CityMap.Geo.Demo.Ground;

/// <summary>Segments by square cell, for "what lies near here". Holds an owner number with each segment.</summary>
internal sealed class SegmentGrid(double cell)
{
    private readonly Dictionary<(int, int), List<int>> _cells = [];
    private readonly List<(Vec A, Vec B, int Owner)> _segments = [];

    /// <summary>How many segments there are.</summary>
    public int Count => _segments.Count;

    /// <summary>One segment.</summary>
    public (Vec A, Vec B, int Owner) this[int index] => _segments[index];

    /// <summary>Adds each piece of a line.</summary>
    public void Add(IReadOnlyList<Vec> line, int owner)
    {
        for (var i = 0; i + 1 < line.Count; i++) Add(line[i], line[i + 1], owner);
    }

    /// <summary>Adds one segment.</summary>
    public void Add(Vec a, Vec b, int owner)
    {
        var index = _segments.Count;
        _segments.Add((a, b, owner));
        int x0 = Cell(Math.Min(a.X, b.X)), x1 = Cell(Math.Max(a.X, b.X)), y0 = Cell(Math.Min(a.Y, b.Y)), y1 = Cell(Math.Max(a.Y, b.Y));
        for (var x = x0; x <= x1; x++)
        {
            for (var y = y0; y <= y1; y++)
            {
                if (!_cells.TryGetValue((x, y), out var list)) _cells[(x, y)] = list = new(4);
                list.Add(index);
            }
        }
    }

    /// <summary>Indexes of segments whose cells meet the box around a point; a segment may come more than once.</summary>
    public IEnumerable<int> Near(Vec p, double reach)
    {
        int x0 = Cell(p.X - reach), x1 = Cell(p.X + reach), y0 = Cell(p.Y - reach), y1 = Cell(p.Y + reach);
        for (var x = x0; x <= x1; x++)
        {
            for (var y = y0; y <= y1; y++)
            {
                if (!_cells.TryGetValue((x, y), out var list)) continue;
                foreach (var i in list) yield return i;
            }
        }
    }

    /// <summary>The nearest segment within reach: its index (−1 for none), distance and share along it.</summary>
    public (int Index, double Distance, double Share) Nearest(Vec p, double reach)
    {
        var best = (Index: -1, Distance: reach, Share: 0.0);
        foreach (var i in Near(p, reach))
        {
            var distance = p.ToSegment(_segments[i].A, _segments[i].B, out var share);
            if (distance < best.Distance || (distance == best.Distance && i < best.Index)) best = (i, distance, share);
        }

        return best;
    }

    private int Cell(double v) => (int)Math.Floor(v / cell);
}
