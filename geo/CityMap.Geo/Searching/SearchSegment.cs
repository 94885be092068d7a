using CityMap.Geo.Indexing.Columns;

namespace CityMap.Geo.Searching;

/// <summary>Entries of one kind by their words: sorted distinct words, each with the rows it stands in. Rows never change; they only die, each in a generation.</summary>
internal sealed class SearchSegment(
    IdColumn ids, string[] words, int[] starts, int[] postings, SearchRow[] rows)
{
    // The generation a row died in; 0 for those that live. Most segments never have any that did.
    private int[]? _died;

    public int Count => rows.Length;

    public IdColumn Ids => ids;

    public string[] Words => words;

    public SearchRow Row(int row) => rows[row];

    /// <summary>True when the row had died by a generation: who reads an earlier one still sees it.</summary>
    public bool IsDead(int row, int generation) => _died is { } died && died[row] is > 0 and var at && at <= generation;

    public ReadOnlySpan<int> Postings(int word) => postings.AsSpan(starts[word], starts[word + 1] - starts[word]);

    /// <summary>Takes an id's row out as of a generation. Only the one writer.</summary>
    public bool Kill(in IdKey id, int generation)
    {
        var row = ids.Find(id);
        if (row < 0 || _died?[row] > 0) return false;
        (_died ??= new int[rows.Length])[row] = generation;
        return true;
    }

    /// <summary>The words that begin so, as a range of their numbers.</summary>
    public (int From, int To) Beginning(string prefix)
    {
        var from = Array.BinarySearch(words, prefix, StringComparer.Ordinal);
        if (from < 0) from = ~from;
        var to = from;
        while (to < words.Length && words[to].StartsWith(prefix, StringComparison.Ordinal)) to++;
        return (from, to);
    }
}

/// <summary>What ranking needs to know of an entry without reading it.</summary>
/// <param name="Lon">Longitude, degrees; NaN without a place.</param>
/// <param name="Lat">Latitude, degrees.</param>
/// <param name="NameWords">How many words its name has.</param>
/// <param name="OtherWords">How many its other name has; 0 without one.</param>
/// <param name="Favoured">Wanted more often than its like.</param>
internal readonly record struct SearchRow(float Lon, float Lat, byte NameWords, byte OtherWords, bool Favoured);
