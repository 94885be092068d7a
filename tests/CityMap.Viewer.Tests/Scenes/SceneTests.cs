using CityMap.Viewer.Drawing;
using CityMap.Viewer.Labels;
using CityMap.Viewer.Scenes;
using CsCheck;
using SkiaSharp;
using Xunit;

namespace CityMap.Viewer.Tests.Scenes;

/// <summary>Scenes: what is drawn, gathered, left out and hit.</summary>
public sealed class SceneTests
{
    [Fact]
    public void An_incident_is_hit_where_it_is_drawn_before_what_lies_under_it()
    {
        var document = TestCity.Document(16);
        var scene = TestCity.Scene(document);
        var incident = TestCity.Sources["incidents"].Features.First(i => document.View.PixelX(i.MinX) is > 100 and < 700 && document.View.PixelY(i.MinY) is > 100 and < 400);
        var hits = scene.HitTest((float)document.View.PixelX(incident.MinX), (float)document.View.PixelY(incident.MinY));
        Assert.Equal((incident, "incidents-mark"), (hits[0].Feature, hits[0].Layer));
    }

    [Fact]
    public void Below_their_zoom_incidents_are_gathered_and_none_is_lost()
    {
        var all = TestCity.Sources["incidents"];
        var gathered = Clustering.Gather(all, 11.7);
        Assert.True(gathered.Features.Count < all.Features.Count);
        Assert.Equal(all.Features.Count, gathered.Features.Sum(f => f.Attributes.GetValueOrDefault("count") is long count ? count : 1));
        Assert.Equal(5L, gathered.Features.Max(f => f.Attributes.GetValueOrDefault("worst") ?? f.Attributes["severity"]));
    }

    [Fact]
    public void Marks_of_two_clusters_never_hide_each_other()
    {
        var world = 512 * Math.Pow(2, 11);
        var marks = Clustering.Gather(TestCity.Sources["incidents"], 11).Features.Where(f => f.Attributes.ContainsKey("cluster")).ToList();
        Assert.NotEmpty(marks);
        Assert.All(marks, (one, i) => Assert.All(marks.Skip(i + 1), two =>
            Assert.True(Math.Abs(one.MinX - two.MinX) * world > 35 || Math.Abs(one.MinY - two.MinY) * world > 26)));
    }

    [Fact]
    public void No_two_symbols_cover_each_other_and_the_more_important_is_shown() => Gen.Select(Gen.Float[0, 400], Gen.Float[0, 300], Gen.Int[0, 3]).Array[2, 60].Sample(places =>
    {
        var feature = TestCity.Point("f", 106, 21);
        var candidates = places.Select(p => new SymbolCandidate
        {
            Layer = p.Item3,
            LayerId = "l",
            Feature = feature,
            At = new(p.Item1, p.Item2),
            Icon = new("x", 20, 14, 1, 1, 1, AllowOverlap: false, IgnorePlacement: false, Optional: false),
        }).ToList();
        var placed = LabelPlacer.Place(candidates, new MapView(TestCity.Centre, 10, 400, 300), CancellationToken.None).ToList();
        var boxes = placed.Select(p => p.Item.Targets().Single().Box).ToList();
        Assert.All(boxes, (box, i) => Assert.DoesNotContain(boxes.Skip(i + 1), box.IntersectsWith));
        Assert.Equal(candidates.Max(c => c.Layer), placed.Max(p => p.Layer));
    });

    [Fact]
    public void A_hidden_layer_draws_nothing()
    {
        var document = TestCity.Document(15.5);
        Assert.Contains("buildings", TestCity.Scene(document).DrawnLayers);
        Assert.DoesNotContain(TestCity.Scene(document with { Hidden = new HashSet<string> { "buildings", "districts" } }).DrawnLayers, id => id is "buildings" or "districts-border");
    }

    [Fact]
    public void A_simplified_line_keeps_its_ends_and_stays_near() => Gen.Float[0, 300].Array[6, 60].Sample(values =>
    {
        var line = values.Chunk(2).Where(p => p.Length == 2).Select(p => new SKPoint(p[0], p[1])).ToArray();
        var simple = Generalisation.Simplify(line, 2, area: false);
        Assert.Equal((line[0], line[^1]), (simple[0], simple[^1]));
        var outline = new Outline(simple, [0]);
        Assert.All(line, p => Assert.True(OutlineDistance.ToEdge(outline, p, close: false) <= 3.01f));
    });

    [Fact]
    public void What_a_cut_line_keeps_lies_inside_the_box() => Gen.Float[-500, 500].Array[8, 40].Sample(values =>
    {
        var line = values.Chunk(2).Select(p => new SKPoint(p[0], p.Length == 2 ? p[1] : 0)).ToArray();
        var box = new SKRect(-100, -100, 100, 100);
        Assert.All(Cutting.Line(line, box).SelectMany(p => p), p => Assert.True(p.X is >= -100.1f and <= 100.1f && p.Y is >= -100.1f and <= 100.1f));
    });

    [Fact]
    public void Drawing_stops_when_it_is_told_to()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => new SceneBuilder(TestSheet.Sheet).Build(TestCity.Document(15), TestCity.Sources, null, stop.Token));
    }
}
