namespace CityMap.Geo.Demo.Ground;

/// <summary>Walks along a line to ever greater distances without starting over.</summary>
internal sealed class Runner(IReadOnlyList<Vec> line)
{
    private double _start;
    private int _segment;

    /// <summary>
    /// The point that far along (metres, never less than the call before by more than a segment), and the direction there.
    /// </summary>
    public (Vec Point, Vec Direction) At(double along)
    {
        while (_segment > 0 && along < _start) _start -= line[--_segment].To(line[_segment + 1]);
        while (_segment + 2 < line.Count && along > _start + line[_segment].To(line[_segment + 1]))
            _start += line[_segment].To(line[++_segment]);
        var length = line[_segment].To(line[_segment + 1]);
        var share = length > 0 ? Math.Clamp((along - _start) / length, 0, 1) : 0;
        return (line[_segment].Toward(line[_segment + 1], share), (line[_segment + 1] - line[_segment]).Unit);
    }
}
