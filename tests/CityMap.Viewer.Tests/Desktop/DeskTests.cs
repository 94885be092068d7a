using CityMap.Geo.Coordinates;
using CityMap.Viewer.Data;
using CityMap.Viewer.Desktop;
using CityMap.Viewer.Scenes;
using CityMap.Viewer.Sheets;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CityMap.Viewer.Tests.Desktop;

/// <summary>Measuring, dividing a frame, asking for what is faint, windows and the wall.</summary>
public sealed class DeskTests
{
    private static readonly Bounds _a = new(106, 21, 106.1, 21.1);
    private static readonly Bounds _b = new(107, 21, 107.1, 21.1);

    [Fact]
    public void A_degree_of_latitude_is_a_hundred_and_eleven_kilometres_and_a_square_kilometre_is_one()
    {
        Assert.Equal(111_195, MeasureModel.Distance(new(106, 21), new(106, 22)), 1.0);
        var measure = new MeasureModel();
        var (width, height) = (1000 / (111_195 * Math.Cos(21.85 * Math.PI / 180)), 1000 / 111_195.0);
        foreach (var (x, y) in ((double, double)[])[(0, 0), (1, 0), (1, 1), (0, 1)]) measure.Add(new(106.7 + (x * width), 21.85 + (y * height)));
        Assert.Equal(3000, measure.Length, 2.0);
        Assert.Equal(1e6, measure.Area, 1e3);
        measure.Undo();
        measure.Undo();
        Assert.Equal(0, measure.Area);
    }

    [Fact]
    public void A_frame_never_draws_more_than_its_budget_and_gathers_live_features_rather_than_losing_them()
    {
        var view = new MapView(new(106.76, 21.85), 12, 1600, 1000);
        var random = new Random(5);
        FeatureSet Many(int count) => new([.. Enumerable.Range(0, count).Select(i => new MapFeature($"{i}", ShapeKind.Point, [view.UnitX(random.NextDouble() * 1600), view.UnitY(random.NextDouble() * 1000)], [0], new Dictionary<string, object?>()))]);
        var plan = FramePlan.Of(view, [("incidents", Many(9_000)), ("facilities", Many(300))], [("buildings", Many(15_000)), ("water", Many(40))]);
        Assert.True(plan.Count <= FramePlan.Most);
        Assert.Equal(["buildings"], plan.Left);
        Assert.Equal(9_000, plan.Drawn["incidents"].Sum(f => f.Attributes.GetValueOrDefault("count") is long n ? n : 1));
        Assert.Equal((300, 40), (plan.Drawn["facilities"].Count, plan.Drawn["water"].Count));
    }

    [Fact]
    public void A_faint_layer_is_faint_in_what_the_server_draws_and_makes_another_picture()
    {
        var full = new MapQuery(MapTheme.Light, MapLanguage.Vi, ["streets", "water"], null);
        var faint = full with { Opacity = new Dictionary<string, double> { ["water"] = 0.4, ["hidden"] = 0.2, ["streets"] = 1 } };
        Assert.EndsWith("&layers=streets,water&opacity=water:0.4&dpi=102&legend=false", faint.Tiles(new(12, 3262, 1795)), StringComparison.Ordinal);
        Assert.NotEqual(full, faint);
        Assert.Equal(full, new MapQuery(MapTheme.Light, MapLanguage.Vi, ["streets", "water"], null));
        Assert.NotEqual(full, full with { Layers = ["water", "streets"] });
    }

    [Fact]
    public void A_tap_on_a_frame_finds_the_point_before_the_area_it_lies_in()
    {
        var view = new MapView(new(106.76, 21.85), 14, 800, 600);
        MapFeature Of(string id, ShapeKind kind, params double[] pixels) => new(id, kind, [.. pixels.Select((p, i) => i % 2 == 0 ? view.UnitX(p) : view.UnitY(p))], [0], new Dictionary<string, object?>());
        var plan = FramePlan.Of(view, [("incidents", new FeatureSet([Of("i", ShapeKind.Point, 300, 200)]))], [("districts", new FeatureSet([Of("d", ShapeKind.Polygon, 100, 100, 500, 100, 500, 400, 100, 400, 100, 100)]))]);
        var scene = FrameScene.Of(view, plan, ["districts", "incidents"]);
        var selection = new SelectionModel();
        selection.Tap(scene, 305, 204);
        Assert.Equal(("incidents", "i"), (selection.Layer, selection.Id));
        selection.Tap(scene, 420, 330);
        Assert.Equal(("districts", "d"), (selection.Layer, selection.Id));
        selection.Tap(scene, 700, 500);
        Assert.Null(selection.Id);
    }

    [Fact]
    public void Windows_come_back_as_they_were_and_a_damaged_note_keeps_nobody_from_starting()
    {
        var desk = new WorkspaceModel { Language = MapLanguage.En };
        desk.Open(new(new(106.76, 21.85), 14.5, MapTheme.Light, Wall: false));
        desk.Open(new(new(106.7, 21.9), 11, MapTheme.Night, Wall: true));
        var again = WorkspaceModel.FromJson(desk.ToJson());
        Assert.Equal(desk.Windows, again.Windows);
        Assert.Equal(MapLanguage.En, again.Language);
        Assert.Empty(WorkspaceModel.FromJson("{\"language\":3").Windows);
        Assert.Empty(WorkspaceModel.FromJson("""{"language":"vi","windows":[{"lon":999,"lat":0,"zoom":3,"night":false,"wall":false}]}""").Windows);
        for (var i = 2; i < 8; i++) Assert.Equal(i, desk.Open(desk.Windows[0]));
        Assert.Equal(-1, desk.Open(desk.Windows[0]));
        Assert.False(desk.Close(0));
    }

    [Fact]
    public void The_wall_goes_round_the_districts_and_stays_where_something_severe_is_new()
    {
        var time = new FakeTimeProvider();
        var wall = new WallModel(time, TimeSpan.FromSeconds(1));
        Assert.Null(wall.Looks);
        wall.Load([("few", _a, 2), ("many", _b, 9), ("quiet", new(1, 1, 2, 2), 0)]);
        Assert.Equal(_b, wall.Looks);
        time.Advance(TimeSpan.FromSeconds(4));
        Assert.False(wall.Tick());
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(wall.Tick());
        Assert.Equal(_a, wall.Looks);
        wall.Hear(3, new(106.76, 21.85));
        Assert.Null(wall.Alarm);
        wall.Hear(5, new(106.76, 21.85));
        Assert.Equal(106.756, wall.Looks!.Value.West, 9);
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.True(wall.Tick());
        Assert.Equal(_a, wall.Looks);
    }

    [Fact]
    public void Every_word_is_there_in_both_languages()
    {
        Assert.All(DesktopWords.Keys, key => Assert.False(string.IsNullOrWhiteSpace(DesktopWords.Say(key, MapLanguage.Vi))));
        Assert.All(DesktopWords.Keys, key => Assert.DoesNotContain('ư', DesktopWords.Say(key, MapLanguage.En).Replace("Tiếng Việt", "", StringComparison.Ordinal)));
        Assert.Equal("TRAFFIC", DesktopWords.Say("TRAFFIC", MapLanguage.Vi));
    }
}
