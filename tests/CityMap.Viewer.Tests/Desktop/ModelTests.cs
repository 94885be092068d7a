using System.Text.Json;
using CityMap.Geo.Layers;
using CityMap.Viewer.Desktop;
using CityMap.Viewer.Live;
using CityMap.Viewer.Sheets;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CityMap.Viewer.Tests.Desktop;

/// <summary>What the desktop viewer decides, without any window.</summary>
public sealed class ModelTests
{
    [Fact]
    public void A_change_heard_before_the_snapshot_arrives_is_not_undone_by_it()
    {
        var incidents = new LiveFeatures("incidents");
        Assert.True(incidents.Hear(Changed("a", 7, "Closed")));
        incidents.Load([Item("a", "Assigned"), Item("b", "New")], 5);
        Assert.Equal("Closed", incidents.Find("a")!.Attributes["state"]);
        Assert.Equal(2, incidents.Features.Features.Count);
        Assert.False(incidents.Hear(Changed("b", 5, "Closed")));
        Assert.True(incidents.Hear(new FeedMessage.Gone("incidents", 8, "b")));
        Assert.Equal(["a"], incidents.Features.Features.Select(f => f.Id));
    }

    [Fact]
    public void After_a_new_snapshot_nothing_old_is_left()
    {
        var incidents = new LiveFeatures("incidents");
        incidents.Load([Item("a", "New")], 3);
        incidents.Load([Item("b", "New")], 9);
        Assert.Equal(["b"], incidents.Features.Features.Select(f => f.Id));
        Assert.False(incidents.Hear(Changed("a", 4, "New")));
    }

    [Fact]
    public void A_lost_line_is_said_with_its_age_and_forgotten_when_it_stands_again()
    {
        var time = new FakeTimeProvider();
        var line = new ConnectionModel(time);
        Assert.True(line.Hear(new FeedMessage.Connected(1)));
        Assert.Equal("Trực tiếp", line.Badge(MapLanguage.Vi));
        Assert.True(line.Hear(new FeedMessage.Lost("gone")));
        time.Advance(TimeSpan.FromMinutes(3));
        Assert.False(line.Hear(new FeedMessage.Lost("still gone")));
        Assert.Equal("Stale: 3 min", line.Badge(MapLanguage.En));
        Assert.True(line.Hear(new FeedMessage.Connected(9)));
        Assert.Null(line.StaleSince);
    }

    [Fact]
    public void Networks_begin_hidden_and_what_a_person_chose_outlives_a_new_catalogue()
    {
        LayerInfo[] catalogue = [Layer("streets", "base", 40), Layer("drains", "network", 61), Layer("green", "base", 10)];
        var tree = new LayerTreeModel();
        tree.Load(catalogue);
        Assert.Equal(["drains"], tree.Hidden);
        Assert.Equal(["green", "streets"], tree.Groups[0].Layers.Select(l => l.Id));
        tree.Show("drains", true);
        tree.Fade("streets", 0.4);
        tree.Load(catalogue);
        Assert.Empty(tree.Hidden);
        Assert.Equal(0.4, tree.Opacity["streets"]);
    }

    [Fact]
    public void A_tap_chooses_the_topmost_thing_and_beside_everything_nothing()
    {
        var document = TestCity.Document(16) with { Hidden = new HashSet<string> { "districts" } };
        var scene = TestCity.Scene(document);
        var incident = TestCity.Sources["incidents"].Features.First(i => document.View.PixelX(i.MinX) is > 100 and < 700 && document.View.PixelY(i.MinY) is > 100 and < 400);
        var selection = new SelectionModel();
        var told = 0;
        selection.Changed += () => told++;
        Assert.Null(selection.Tap(scene, (float)document.View.PixelX(incident.MinX), (float)document.View.PixelY(incident.MinY)));
        Assert.Equal(("incidents", incident.Id), (selection.Layer, selection.Id));
        selection.Choose("incidents", incident.Id);
        selection.Tap(scene, -500, -500);
        Assert.Equal((null, 2), (selection.Id, told));
    }

    [Fact]
    public void The_time_slider_never_reaches_the_future()
    {
        var time = new FakeTimeProvider();
        var slider = new TimeModel(time);
        slider.Step(TimeSpan.FromHours(-2));
        Assert.Equal(time.GetUtcNow().AddHours(-2), slider.AsOf);
        slider.Step(TimeSpan.FromHours(5));
        Assert.Null(slider.AsOf);
    }

    private static FeedMessage Changed(string id, long sequence, string state) => new FeedMessage.Changed("incidents", sequence, Item(id, state));

    private static JsonElement Item(string id, string state) => JsonElement.Parse($$"""{"position":{"lon":106.76,"lat":21.85},"severity":3,"id":"{{id}}","state":"{{state}}"}""");

    private static LayerInfo Layer(string id, string group, int order) => new(id, new(id, id), GeometryKind.Line, []) { Group = group, Order = order };
}
