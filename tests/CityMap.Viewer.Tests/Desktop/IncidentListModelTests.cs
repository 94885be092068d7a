using System.Text.Json;
using CityMap.Viewer.Desktop;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CityMap.Viewer.Tests.Desktop;

public sealed class IncidentListModelTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero));
    private readonly SelectionModel _selection = new();
    private readonly LiveFeatures _incidents = new("incidents");

    [Fact]
    public void What_nobody_has_seen_comes_first_then_what_is_late_then_what_is_severe()
    {
        var list = List();
        Assert.Equal(["unseen", "late", "severe", "mild"], list.Rows().Select(r => r.Id));
        Assert.Equal((4, 1, 1), list.Counts);
    }

    [Fact]
    public void Words_match_without_diacritics_and_all_of_them_must_occur()
    {
        var list = List();
        list.Words = "DUONG hung";
        Assert.Equal(["severe"], list.Rows().Select(r => r.Id));
        list.Words = "duong kỳ";
        Assert.Empty(list.Rows());
        (list.Words, list.OnlyOverdue) = ("", true);
        Assert.Equal(["late"], list.Rows().Select(r => r.Id));
        (list.OnlyOverdue, list.District) = (false, "d2");
        list.Severities.Add(2);
        Assert.Equal(["mild"], list.Rows().Select(r => r.Id));
    }

    [Fact]
    public void The_list_of_the_past_holds_what_was_open_then_and_what_was_late_then()
    {
        var list = List();
        var then = new LiveFeatures("incidents");
        then.Load([Item("old", 2, "Ngập", true, "2026-11-20", "d1"), Item("older", 2, "Cháy", true, "2026-11-24", "d1")], 1);
        list.Past = (then.Features, new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(["old", "older"], list.Rows().Select(r => r.Id));
        Assert.Equal((2, 1, 0), list.Counts);
        list.Past = null;
        Assert.Equal(4, list.Rows().Count);
    }

    [Fact]
    public void Stepping_chooses_neighbours_and_stops_at_the_ends()
    {
        var list = List();
        list.Step(1);
        Assert.Equal("unseen", _selection.Id);
        list.Step(-1);
        Assert.Equal("unseen", _selection.Id);
        list.Step(2);
        Assert.Equal("severe", _selection.Id);
        list.Step(9);
        Assert.Equal(3, list.Chosen(list.Rows()));
    }

    private IncidentListModel List()
    {
        _incidents.Load(
            [
                Item("mild", 2, "Cây đổ", true, "2026-12-01", "d2"), Item("severe", 5, "Cháy ở đường Hùng Vương", true, "2026-12-01", "d1"),
                Item("late", 1, "Rác", true, "2026-11-20", "d1"), Item("unseen", 1, "Đèn tắt", false, "2026-12-01", "d1"), Item("done", 5, "Xong", true, "2026-11-20", "d1", open: false),
            ],
            1);
        return new(_incidents, _selection, _time);
    }

    private static JsonElement Item(string id, int severity, string title, bool seen, string due, string district, bool open = true) => JsonElement.Parse(
        $$"""{"id":"{{id}}","title":"{{title}}","type":"OTHER","severity":{{severity}},"state":"New","address":"","acknowledged":{{(seen ? "true" : "false")}},"open":{{(open ? "true" : "false")}},"dueAt":"{{due}}T00:00:00Z","recordedAt":"2026-11-25T07:00:00Z","district":{"id":"{{district}}","name":"x"},"position":{"lon":106.76,"lat":21.85} }""");
}
