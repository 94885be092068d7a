using CityMap.Viewer.Desktop;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CityMap.Viewer.Tests.Desktop;

public sealed class SearchModelTests
{
    private const string Found =
        """
        {"groups":[{"kind":"area","items":[{"id":"05977@2025","name":"Phường Đông Kinh","where":null,"position":{"lon":106.777,"lat":21.815},"bounds":[106.74,21.78,106.81,21.85]}]},
        {"kind":"coordinate","items":[{"id":null,"name":"21,85 106,76","position":{"lon":106.76,"lat":21.85},"bounds":null}]}]}
        """;

    private readonly FakeTimeProvider _time = new();
    private readonly FakeCity _city = new();
    private readonly SelectionModel _selection = new();

    [Fact]
    public async Task Only_what_was_typed_last_is_asked_and_shown()
    {
        _city.On("GET /api/search", Found);
        var search = new SearchModel(_city.Client(), _selection, _time);
        var first = search.TypeAsync("dong");
        var last = search.TypeAsync(" dong kinh ");
        Assert.True(search.Busy);
        _time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(first, last);
        Assert.Equal(["GET /api/search?q=dong%20kinh&limit=8"], _city.Asked.Select(a => a.Request));
        Assert.Equal((2, false, null), (search.Hits.Count, search.Busy, search.Error));
    }

    [Fact]
    public async Task A_picked_district_is_chosen_and_its_box_is_to_be_shown()
    {
        _city.On("GET /api/search", Found);
        var search = new SearchModel(_city.Client(), _selection, _time);
        var typed = search.TypeAsync("dong kinh");
        _time.Advance(TimeSpan.FromSeconds(1));
        await typed;
        Assert.Equal(106.74, search.Pick(search.Hits[0])!.Value.West);
        Assert.Equal(("districts", "05977@2025"), (_selection.Layer, _selection.Id));
        Assert.Equal(106.76, search.Pick(search.Hits[1])!.Value.East);
        Assert.Equal("05977@2025", _selection.Id);
    }

    [Fact]
    public async Task Without_a_server_it_says_so_and_an_empty_box_asks_nothing()
    {
        _city.Away = true;
        var search = new SearchModel(_city.Client(), _selection, _time);
        var typed = search.TypeAsync("x");
        _time.Advance(TimeSpan.FromSeconds(1));
        await typed;
        Assert.Equal("nobody there", search.Error);
        await search.TypeAsync("  ");
        Assert.Equal((null, false, 1), (search.Error, search.Busy, _city.Asked.Count));
    }
}
