namespace CityMap.Geo.Tiles.Shapes;

/// <summary>Writes the drawing commands of one feature: whole units, each place as the step from the one before.</summary>
internal sealed class CommandWriter : IDisposable
{
    private readonly ByteWriter _bytes = new(1024);
    private (int X, int Y)[] _places = new (int, int)[256];
    private int _x;
    private int _y;

    public ReadOnlySpan<byte> Written => _bytes.Written;

    public void Clear()
    {
        _bytes.Clear();
        (_x, _y) = (0, 0);
    }

    public void Dispose() => _bytes.Dispose();

    public void Points(ReadOnlySpan<(double X, double Y)> points)
    {
        var places = Round(points, closed: false, keepRepeated: true);
        if (places.Length == 0) return;
        Command(1, places.Length);
        foreach (var place in places) Step(place);
    }

    /// <summary>A line; nothing when rounding leaves a single place.</summary>
    public void Line(ReadOnlySpan<(double X, double Y)> points)
    {
        var places = Round(points, closed: false, keepRepeated: false);
        if (places.Length < 2) return;
        Command(1, 1);
        Step(places[0]);
        Command(2, places.Length - 1);
        foreach (var place in places[1..]) Step(place);
    }

    /// <summary>A closed ring given without its repeated end, turned as its role asks; false when rounding leaves no area.</summary>
    public bool Ring(ReadOnlySpan<(double X, double Y)> points, bool outer)
    {
        var places = Round(points, closed: true, keepRepeated: false);
        if (places.Length < 3) return false;
        long area = 0;
        var last = places[^1];
        foreach (var place in places)
        {
            area += ((long)last.X * place.Y) - ((long)place.X * last.Y);
            last = place;
        }

        if (area == 0) return false;
        // A positive area by the surveyor's formula, y downward, is an outer ring.
        if (area > 0 != outer) places.Reverse();
        Command(1, 1);
        Step(places[0]);
        Command(2, places.Length - 1);
        foreach (var place in places[1..]) Step(place);
        Command(7, 1);
        return true;
    }

    private Span<(int X, int Y)> Round(ReadOnlySpan<(double X, double Y)> points, bool closed, bool keepRepeated)
    {
        if (_places.Length < points.Length) _places = new (int, int)[points.Length * 2];
        var count = 0;
        foreach (var (x, y) in points)
        {
            var place = ((int)Math.Round(x), (int)Math.Round(y));
            if (keepRepeated || count == 0 || _places[count - 1] != place) _places[count++] = place;
        }

        while (closed && count > 1 && _places[count - 1] == _places[0]) count--;
        return _places.AsSpan(0, count);
    }

    private void Command(int id, int count) => _bytes.Varint((ulong)((count << 3) | id));

    private void Step((int X, int Y) place)
    {
        _bytes.Varint(ByteWriter.ZigZag(place.X - _x));
        _bytes.Varint(ByteWriter.ZigZag(place.Y - _y));
        (_x, _y) = place;
    }
}
