using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CityMap.Geo.Demo;
using CityMap.Geo.Layers;
using Xunit;

namespace CityMap.Geo.Tests.Demo;

public sealed class DemoCityTests
{
    // Changes only when the city is meant to look different; then put in what the test reports.
    private const string Fingerprint = "a19671bf7c6fff885289fd9f3208cacfa7c2a7705462386c6f6ebf95a5019ec5";

    [Fact]
    public void The_same_seed_draws_the_same_city_on_every_machine()
    {
        var print = Print(Cities.Pilot);

        Assert.True(print == Fingerprint, $"The city is {print}.");
    }

    [Fact]
    public void Another_seed_draws_another_city()
    {
        var other = DemoCity.Generate(new(Seed: 2), Cities.Now);

        Assert.NotEqual(Cities.Pilot.Features("buildings").Count, other.Features("buildings").Count);
    }

    [Fact]
    public void The_pilot_has_about_twenty_thousand_features()
    {
        var all = DemoCity.Layers.Sum(l => Cities.Pilot.Features(l.Id).Count) + Cities.Pilot.Facilities.Count + Cities.Pilot.HistoryCount;

        Assert.InRange(all, 17_000, 25_000);
    }

    [Fact]
    public void The_city_has_about_two_hundred_thousand_features()
    {
        var city = DemoCity.Generate(new(DemoSize.City), Cities.Now);

        var all = DemoCity.Layers.Sum(l => city.Features(l.Id).Count) + city.Facilities.Count + city.HistoryCount;

        Assert.InRange(all, 160_000, 250_000);
    }

    [Fact]
    public void Every_layer_has_features_and_says_that_it_is_illustrative()
    {
        Assert.All(DemoCity.Layers, layer =>
        {
            Assert.NotEmpty(Cities.Pilot.Features(layer.Id));
            Assert.True(layer.Illustrative);
            Assert.NotNull(layer.Owner);
            Assert.NotNull(layer.Cadence);
        });
    }

    [Fact]
    public void Every_feature_fits_its_layer()
    {
        foreach (var layer in DemoCity.Layers)
        {
            var fields = layer.Fields.ToDictionary(f => f.Name, f => f.Type);
            Assert.All(Cities.Pilot.Features(layer.Id), feature =>
            {
                Assert.True(Suits(layer.Geometry, feature.Geometry!.OgcGeometryType.ToString()));
                Assert.All(feature.Attributes, a => Assert.True(a.Value is null || Is(fields[a.Key], a.Value), $"{layer.Id}.{a.Key}"));
            });
            Assert.Distinct(Cities.Pilot.Features(layer.Id).Select(f => f.Id));
        }
    }

    [Fact]
    public void Every_shape_is_valid() => Assert.All(
        DemoCity.Layers.SelectMany(l => Cities.Pilot.Features(l.Id)), f => Assert.True(f.Geometry!.IsValid, f.Id));

    [Fact]
    public void Everything_lies_within_the_bounds()
    {
        var bounds = Cities.Pilot.Bounds;
        var box = new NetTopologySuite.Geometries.Envelope(bounds.West, bounds.East, bounds.South, bounds.North);

        Assert.All(
            DemoCity.Layers.SelectMany(l => Cities.Pilot.Features(l.Id)),
            f => Assert.True(box.Contains(f.Geometry!.EnvelopeInternal), f.Id));
        Assert.All(Cities.Pilot.Facilities, f => Assert.True(bounds.Contains(f.Position), f.Id));
        Assert.All(Cities.Pilot.History, i => Assert.True(bounds.Contains(i.Report.Position)));
        Assert.True(bounds.Contains(Cities.Pilot.Center));
    }

    [Fact]
    public void Every_text_is_in_composed_form()
    {
        var texts = DemoCity.Layers.SelectMany(l => Cities.Pilot.Features(l.Id)).SelectMany(f => f.Attributes.Values).OfType<string>()
            .Concat(DemoCity.Layers.Select(l => l.Title.Vi))
            .Concat(Cities.Pilot.Facilities.SelectMany(f => new[] { f.Name, f.Address, f.StatusReason }).OfType<string>())
            .Concat(Cities.Pilot.History.SelectMany(i => new[] { i.Report.Title, i.Report.Description, i.Report.Actor }
                .Concat(i.Steps.SelectMany(s => new[] { s.Actor, s.Agency, s.Note, s.Reason }).OfType<string>())));

        Assert.All(texts.Distinct(), t => Assert.True(t.IsNormalized(NormalizationForm.FormC), t));
    }

    [Fact]
    public void An_unknown_layer_is_refused() => Assert.Throws<ArgumentException>(() => Cities.Pilot.Features("incidents"));

    private static bool Suits(GeometryKind kind, string type) => kind == GeometryKind.Any
        || type == kind switch { GeometryKind.Point => "Point", GeometryKind.Line => "LineString", _ => "Polygon" };

    private static bool Is(FieldType type, object value) => type switch
    {
        FieldType.Text => value is string,
        FieldType.Integer => value is long,
        FieldType.Real => value is double,
        FieldType.Boolean => value is bool,
        _ => value is DateTimeOffset,
    };

    private static string Print(DemoCity city)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var feature in DemoCity.Layers.SelectMany(l => city.Features(l.Id)))
        {
            Add(feature.Id);
            foreach (var (name, value) in feature.Attributes) Add(name + Text(value));
            foreach (var c in feature.Geometry!.Coordinates) Add(Text(c.X) + Text(c.Y));
        }

        foreach (var f in city.Facilities) Add($"{f.Id}{f.Name}{f.Status}{Text(f.Position.Lon)}{Text(f.Position.Lat)}{f.Used}");
        foreach (var i in city.History)
        {
            Add($"{i.Id}{i.Report.Type}{i.Report.Title}{i.Report.Severity}{Text(i.Report.Position.Lon)}{Text(i.Report.OccurredAt)}");
            foreach (var s in i.Steps) Add(s.Command + Text(s.At) + s.Actor);
        }

        foreach (var step in city.Scenario(Cities.Now).Take(500)) Add(step.GetType().Name + Text(step.At));
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTimeOffset t => t.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
