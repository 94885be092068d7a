using CityMap.Geo.Searching;
using Xunit;

namespace CityMap.Geo.Tests.Searching;

public sealed class SearchGroupsTests
{
    [Fact]
    public void The_kind_with_the_best_match_comes_first() => Assert.Equal(
        [SearchKind.Incident, SearchKind.Area],
        SearchGroups.Choose([Group(SearchKind.Area, 100), Group(SearchKind.Incident, 400)], 10).Select(group => group.Kind));

    [Fact]
    public void Of_equally_good_matches_the_kind_named_first_comes_first() => Assert.Equal(
        [SearchKind.Area, SearchKind.Street, SearchKind.Incident],
        SearchGroups.Choose([Group(SearchKind.Incident, 100), Group(SearchKind.Street, 100), Group(SearchKind.Area, 100)], 10).Select(group => group.Kind));

    [Fact]
    public void No_kind_crowds_out_another()
    {
        var chosen = SearchGroups.Choose([Group(SearchKind.Incident, 400, 50), Group(SearchKind.Street, 10, 2)], 6);
        Assert.Equal([4, 2], chosen.Select(group => group.Hits.Count));
        Assert.Equal(50, chosen[0].Matched);
    }

    [Fact]
    public void Kinds_without_a_match_are_left_out() => Assert.Empty(SearchGroups.Choose([new(SearchKind.Area, 0, [])], 5));

    private static SearchGroup Group(SearchKind kind, int score, int count = 1) =>
        new(kind, count, [.. Enumerable.Range(0, count).Select(i => new SearchHit(new($"{i}", "x"), score - i, null))]);
}
