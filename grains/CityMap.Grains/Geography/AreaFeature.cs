using System.Globalization;
using CityMap.Geo.Areas;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Grains.Geography;

/// <summary>A feature of the layer <c>districts</c> as an area.</summary>
internal static class AreaFeature
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>The area; null when the feature has no polygon. What its attributes do not say is taken from its id, <c>code@edition</c>.</summary>
    public static Area? Read(Feature feature)
    {
        if (feature.Geometry is not (Polygon or MultiPolygon)) return null;
        var at = feature.Id.IndexOf('@', StringComparison.Ordinal);
        var code = feature["code"] as string ?? (at < 0 ? feature.Id : feature.Id[..at]);
        var name = feature["name_vi"] as string ?? code;
        return new Area(
            feature.Id,
            code,
            name,
            feature["name_en"] as string ?? name,
            feature["kind"] as string ?? "district",
            feature["edition"] as string ?? (at < 0 ? "" : feature.Id[(at + 1)..]),
            Day(feature["valid_from"]) ?? DateOnly.MinValue,
            Day(feature["valid_to"]),
            feature.Geometry);
    }

    private static DateOnly? Day(object? value) =>
        value is string text && DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
