using CityMap.Geo.Coordinates;
using CityMap.Geo.Demo;
using CityMap.Viewer.Data;
using CityMap.Viewer.Scenes;
using CityMap.Viewer.Sheets;

namespace CityMap.Viewer.Tests;

/// <summary>The demo city, the same on every machine, with a few incidents and facilities of the tests' own.</summary>
internal static class TestCity
{
    private static readonly Lazy<IReadOnlyDictionary<string, FeatureSet>> _sources = new(Read);

    /// <summary>Every source of the style.</summary>
    public static IReadOnlyDictionary<string, FeatureSet> Sources => _sources.Value;

    /// <summary>The middle of the city.</summary>
    public static LonLat Centre { get; } = new(106.7605, 21.8525);

    /// <summary>The city at a zoom.</summary>
    public static MapDocument Document(double zoom, MapTheme theme = MapTheme.Light, float width = 800, float height = 500) =>
        new(new MapView(Centre, zoom, width, height), TestSheet.Sheet.Style(theme, MapLanguage.Vi), theme, MapLanguage.Vi)
        {
            ClusterBelow = new Dictionary<string, double> { ["incidents"] = 15 },
            Hidden = new HashSet<string> { "water_pipes", "drains", "power_lines", "lighting_lines", "street_lights" },
        };

    /// <summary>Its scene.</summary>
    public static Scene Scene(MapDocument document) => new SceneBuilder(TestSheet.Sheet).Build(document, Sources, null, CancellationToken.None);

    /// <summary>A point with attributes.</summary>
    public static MapFeature Point(string id, double lon, double lat, params (string Name, object? Value)[] attributes) =>
        new(id, ShapeKind.Point, [MapFeatures.X(lon), MapFeatures.Y(lat)], [0], attributes.ToDictionary(a => a.Name, a => a.Value));

    private static Dictionary<string, FeatureSet> Read()
    {
        var city = DemoCity.Generate(new DemoOptions(), new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero));
        var sources = DemoCity.Layers.ToDictionary(
            l => l.Id, l => new FeatureSet([.. city.Features(l.Id).Select(MapFeatures.Of).OfType<MapFeature>()]), StringComparer.Ordinal);
        sources["incidents"] = new([.. Enumerable.Range(0, 30).Select(i => Incident(i))]);
        sources["facilities"] = new([Point("bv", 106.7625, 21.8545, ("kind", "hospital"), ("name", "Bệnh viện Đa khoa tỉnh"), ("status", "Working"))]);
        return sources;
    }

    private static MapFeature Incident(int i) => Point(
        $"i{i:00}", 106.7455 + (i % 6 * 0.006), 21.8435 + (i / 6 * 0.0045), ("severity", (long)((i % 5) + 1)), ("state", i % 4 == 0 ? "InProgress" : "Assigned"),
        ("acknowledged", i % 7 != 0), ("overdue", i % 9 == 0), ("title", $"Sự cố {i}"));
}
