using System.Runtime.InteropServices;
using CityMap.Geo.Indexing.Columns;

namespace CityMap.Geo.Searching;

/// <summary>Gathers entries for one segment.</summary>
internal sealed class SearchSegmentBuilder
{
    private readonly List<IdKey> _ids = [];
    private readonly List<SearchRow> _rows = [];
    private readonly Dictionary<string, List<int>> _postings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>>.AlternateLookup<ReadOnlySpan<char>> _lists;

    /// <summary>Begins with nothing.</summary>
    public SearchSegmentBuilder() => _lists = _postings.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _ids.Count;

    public void Add(SearchEntry entry) => Add(entry, new IdKey(entry.Id));

    /// <summary>Adds an entry whose key is known already.</summary>
    public void Add(SearchEntry entry, in IdKey id)
    {
        var row = _ids.Count;
        var (name, other) = (Add(entry.Name, row, true), Add(entry.OtherName, row, true));
        Add(entry.Where, row, false);
        Add(entry.Keywords, row, false);
        _ids.Add(id);
        _rows.Add(new(
            entry.Position is { } p ? (float)p.Lon : float.NaN, (float)(entry.Position?.Lat ?? 0), (byte)name, (byte)other, entry.Favoured));
    }

    public SearchSegment Build()
    {
        string[] words = [.. _postings.Keys];
        Array.Sort(words, StringComparer.Ordinal);
        var starts = new int[words.Length + 1];
        var postings = new int[_postings.Values.Sum(list => list.Count)];
        for (var i = 0; i < words.Length; i++)
        {
            var list = CollectionsMarshal.AsSpan(_postings[words[i]]);
            list.CopyTo(postings.AsSpan(starts[i]));
            starts[i + 1] = starts[i] + list.Length;
        }

        return new(IdColumn.Of(CollectionsMarshal.AsSpan(_ids)), words, starts, postings, [.. _rows]);
    }

    private int Add(string? text, int row, bool isName)
    {
        var count = 0;
        foreach (var word in SearchWords.Cut(text))
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_lists, word, out _);
            (list ??= []).Add(Posting.Of(row, isName, isName && count++ == 0));
        }

        return count;
    }
}
