namespace CityMap.Geo.Tiles.Shapes;

/// <summary>A run of places in tile units. Reused from shape to shape so that encoding allocates nothing.</summary>
internal sealed class Path
{
    private (double X, double Y)[] _points = new (double, double)[256];

    public int Count { get; private set; }

    public Span<(double X, double Y)> Points => _points.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(double x, double y)
    {
        if (Count == _points.Length) Array.Resize(ref _points, Count * 2);
        _points[Count++] = (x, y);
    }

    /// <summary>Keeps only the first so many.</summary>
    public void Trim(int count) => Count = count;
}
