using System.Text;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Filtering;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Live;

/// <summary>
/// What a client wants to hear: layers, an area, conditions on fields, and whom it may see. Clients with the same filter share its
/// answers, so equal filters have equal <see cref="Key"/>s.
/// </summary>
internal sealed class FeedFilter
{
    private readonly Dictionary<string, FeaturePredicate> _layers;
    private readonly (double West, double East)[] _spans;
    private readonly Geometry[] _boxes;
    private readonly IReadOnlySet<string>? _districts;

    /// <summary>Makes a filter.</summary>
    /// <param name="layers">The layers wanted, each with the conditions its features must meet.</param>
    /// <param name="within">Only what meets this box; null is everywhere.</param>
    /// <param name="districts">Only notices of these districts; null is all. Conditions on features stand in <paramref name="layers"/>.</param>
    /// <param name="audience">Whom the client may see.</param>
    public FeedFilter(
        IReadOnlyDictionary<LayerInfo, IReadOnlyList<FieldTest>> layers, Bounds? within, IReadOnlySet<string>? districts, Audience audience)
    {
        _layers = layers.ToDictionary(l => l.Key.Id, l => FeaturePredicate.Of(l.Key, l.Value, audience), StringComparer.Ordinal);
        _districts = districts;
        Within = within;
        Audience = audience;
        _spans = within is null ? [] : [.. within.Value.Split().Select(b => (b.West, b.East))];
        _boxes = within is null ? [] : [.. within.Value.Split().Select(b => GeometryFactory.Default.ToGeometry(new Envelope(b.West, b.East, b.South, b.North)))];
        Key = MakeKey(layers);
    }

    /// <summary>Two filters with the same key let the same events through.</summary>
    public string Key { get; }

    /// <summary>The area, or null for everywhere.</summary>
    public Bounds? Within { get; }

    /// <summary>Whom the client may see.</summary>
    public Audience Audience { get; }

    /// <summary>True when the client wants this layer at all.</summary>
    public bool Wants(string layer) => _layers.ContainsKey(layer);

    /// <summary>True when the client wants to hear of this district.</summary>
    public bool WantsDistrict(string? district) =>
        Audience.Sees(district) && (_districts is null || (district is not null && _districts.Contains(district)));

    /// <summary>True when a feature of a wanted layer is within the filter.</summary>
    public bool Matches(string layer, Feature feature) =>
        _layers.TryGetValue(layer, out var predicate) && IsWithin(feature.Geometry) && predicate.Matches(feature);

    private bool IsWithin(Geometry? geometry)
    {
        if (Within is not { } box) return true;
        if (geometry is Point { IsEmpty: false } point) return IsWithin(box, point.X, point.Y);
        return geometry is { IsEmpty: false } && _boxes.Any(b => b.EnvelopeInternal.Intersects(geometry.EnvelopeInternal) && b.Intersects(geometry));
    }

    private bool IsWithin(Bounds box, double lon, double lat)
    {
        if (lat < box.South || lat > box.North) return false;
        foreach (var (west, east) in _spans)
        {
            if (lon >= west && lon <= east) return true;
        }

        return false;
    }

    private string MakeKey(IReadOnlyDictionary<LayerInfo, IReadOnlyList<FieldTest>> layers)
    {
        var key = new StringBuilder();
        key.Append(Within?.ToString()).Append('|').Append(Audience.Key).Append('|');
        if (_districts is not null) Texts(_districts.Order(StringComparer.Ordinal));
        foreach (var (layer, tests) in layers.OrderBy(l => l.Key.Id, StringComparer.Ordinal))
        {
            key.Append('|').Append(layer.Id);
            foreach (var test in tests.OrderBy(t => t.Field, StringComparer.Ordinal).ThenBy(t => t.Comparison))
            {
                key.Append('&').Append(test.Field).Append(' ').Append(test.Comparison);
                Texts(test.Values.Select(ValueKey.Of).Order(StringComparer.Ordinal));
            }
        }

        return key.ToString();

        // Lengths before texts: no text can be made to look like two.
        void Texts(IEnumerable<string> texts)
        {
            foreach (var text in texts) key.Append(' ').Append(text.Length).Append(':').Append(text);
        }
    }
}
