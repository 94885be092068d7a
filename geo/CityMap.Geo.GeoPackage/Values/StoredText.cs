using CityMap.Geo.Storage;

namespace CityMap.Geo.GeoPackage.Values;

/// <summary>Text as it is stored and compared: composed (NFC).</summary>
internal static class StoredText
{
    public static string Of(string text) => CanonicalText.Composed(text);

    public static object? OfValue(object? value) => value is string text ? Of(text) : value;
}
