using System.Runtime.InteropServices;
using CityMap.Geo.Indexing.Columns;

namespace CityMap.Geo.Searching;

/// <summary>Gathers entries, or the living rows of older segments, for one segment.</summary>
internal sealed class SearchSegmentBuilder
{
    private readonly List<string> _ids = [];
    private readonly List<SearchRow> _rows = [];
    private readonly Dictionary<string, List<int>> _postings = new(StringComparer.Ordinal);

    public int Count => _ids.Count;

    public void Add(SearchEntry entry)
    {
        var row = _ids.Count;
        var (name, other) = (Add(entry.Name, row, true), Add(entry.OtherName, row, true));
        Add(entry.Where, row, false);
        Add(entry.Keywords, row, false);
        _ids.Add(entry.Id);
        _rows.Add(new(
            entry.Position is { } p ? (float)p.Lon : float.NaN, (float)(entry.Position?.Lat ?? 0), (byte)name, (byte)other, entry.Favoured));
    }

    public void Add(SearchSegment segment)
    {
        var moved = new int[segment.Count];
        for (var row = 0; row < moved.Length; row++)
        {
            moved[row] = segment.IsDead(row) ? -1 : _ids.Count;
            if (moved[row] < 0) continue;
            _ids.Add(segment.Ids.Id(row));
            _rows.Add(segment.Row(row));
        }

        for (var word = 0; word < segment.Words.Count; word++)
        {
            foreach (var posting in segment.Postings(word))
            {
                if (moved[Posting.Row(posting)] is var row and >= 0) List(segment.Words[word]).Add(Posting.At(row, posting));
            }
        }
    }

    public SearchSegment Build()
    {
        string[] words = [.. _postings.Keys.Order(StringComparer.Ordinal)];
        var starts = new int[words.Length + 1];
        var postings = new int[_postings.Values.Sum(list => list.Count)];
        for (var i = 0; i < words.Length; i++)
        {
            var list = CollectionsMarshal.AsSpan(_postings[words[i]]);
            list.CopyTo(postings.AsSpan(starts[i]));
            starts[i + 1] = starts[i] + list.Length;
        }

        return new(Ids(), words, starts, postings, [.. _rows]);
    }

    private int Add(string? text, int row, bool isName)
    {
        var count = 0;
        foreach (var word in SearchWords.Of(text)) List(word).Add(Posting.Of(row, isName, isName && count++ == 0));
        return count;
    }

    private List<int> List(string word)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_postings, word, out _);
        return list ??= [];
    }

    private IdColumn Ids()
    {
        var keys = _ids.ConvertAll(id => new IdKey(id));
        if (keys.TrueForAll(key => key.IsUuid)) return new UuidColumn([.. keys.Select(key => key.Uuid)]);
        var heap = new TextHeapBuilder();
        foreach (var id in _ids) heap.Add(id);
        return new TextIdColumn(heap.Build([.. Enumerable.Range(0, _ids.Count)]), [.. keys.Select(key => key.Hash)]);
    }
}
