using System.Globalization;
using CityMap.Geo.Areas;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Grains.Geography;

/// <summary>A feature of the layer <c>districts</c> as an area.</summary>
public static class AreaFeature
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

    /// <summary>What a feature lacks to be an area of an edition, and where; null when it lacks nothing.</summary>
    public static (string Field, string Reason)? FindProblem(Feature feature)
    {
        if (feature.Geometry is not (Polygon or MultiPolygon)) return ("geometry", $"An area is a polygon or several, not {feature.Geometry?.GeometryType ?? "nothing"}.");
        var at = feature.Id.IndexOf('@', StringComparison.Ordinal);
        if (Lacks(feature["code"], at > 0)) return ("code", "The area has no code: a text, or the id says it as code@edition.");
        if (Lacks(feature["edition"], at >= 0 && at < feature.Id.Length - 1)) return ("edition", "The area has no edition: a text, or the id says it as code@edition.");
        if (Day(feature["valid_from"]) is null) return ("valid_from", "The area does not say from which day it is in force: a text such as 2025-07-01.");
        if (feature["valid_to"] is { } end && Day(end) is null) return ("valid_to", "The day on which the area ends is a text such as 2025-07-01, or nothing.");
        return null;
    }

    private static bool Lacks(object? value, bool saidById) => value is null ? !saidById : value is not string text || string.IsNullOrWhiteSpace(text);

    private static DateOnly? Day(object? value) =>
        value is string text && DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
