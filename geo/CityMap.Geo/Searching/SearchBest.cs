namespace CityMap.Geo.Searching;

/// <summary>Keeps the best few rows of a search: higher score, then nearer, then lower id.</summary>
internal sealed class SearchBest(int most)
{
    private readonly List<Candidate> _kept = new(most + 1);

    public void Offer(SearchSegment segment, int row, int score, double metres)
    {
        var candidate = new Candidate(segment, row, score, metres);
        if (_kept.Count == most && Compare(candidate, _kept[^1]) >= 0) return;
        var at = _kept.BinarySearch(candidate, Order);
        _kept.Insert(at < 0 ? ~at : at, candidate);
        if (_kept.Count > most) _kept.RemoveAt(most);
    }

    public IEnumerable<(string Id, int Score, double Metres)> Finish() =>
        _kept.Select(candidate => (candidate.Segment.Ids.Id(candidate.Row), candidate.Score, candidate.Metres));

    private static readonly Comparer<Candidate> Order = Comparer<Candidate>.Create(Compare);

    private static int Compare(Candidate a, Candidate b)
    {
        if (a.Score != b.Score) return b.Score.CompareTo(a.Score);
        var nearer = a.Metres.CompareTo(b.Metres);
        return nearer != 0 ? nearer : a.Segment.Ids.Key(a.Row).Value.CompareTo(b.Segment.Ids.Key(b.Row).Value);
    }

    private readonly record struct Candidate(SearchSegment Segment, int Row, int Score, double Metres);
}
