using System.Globalization;
using CityMap.Geo.Formats.Rows;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>What is to be said of a file: the same thing of many elements once, with their number and the first of them.</summary>
internal sealed class PbfNotes
{
    private (long Count, long First) _partial;
    private (long Count, long First) _empty;
    private (long Count, string First) _again;

    /// <summary>A way was drawn without some of its nodes.</summary>
    public void Partial(long way) => _partial = (_partial.Count + 1, _partial.Count == 0 ? way : _partial.First);

    /// <summary>A way had no shape.</summary>
    public void Empty(long way) => _empty = (_empty.Count + 1, _empty.Count == 0 ? way : _empty.First);

    /// <summary>An element stood there again, with the same id right after itself.</summary>
    public void Again(char kind, long id) => _again = (_again.Count + 1, _again.Count == 0 ? string.Create(CultureInfo.InvariantCulture, $"{kind}{id}") : _again.First);

    /// <summary>The remarks.</summary>
    public IEnumerable<SourceItem> Items()
    {
        if (_partial.Count > 0) yield return Remark(_partial, "name nodes that the file does not hold; they were drawn through the others");
        if (_empty.Count > 0) yield return Remark(_empty, "have fewer than two places in this file and were left out");
        if (_again.Count > 0)
        {
            yield return new SourceRemark(
                1, Gravity.Warning, _again.First,
                string.Create(CultureInfo.InvariantCulture, $"{_again.Count} elements stand more than once; the first of each was taken. The first of them is {_again.First}."));
        }
    }

    private static SourceRemark Remark((long Count, long First) of, string what) => new(
        1, Gravity.Warning, string.Create(CultureInfo.InvariantCulture, $"w{of.First}"),
        string.Create(CultureInfo.InvariantCulture, $"{of.Count} ways {what}; the first is way {of.First}."));
}
