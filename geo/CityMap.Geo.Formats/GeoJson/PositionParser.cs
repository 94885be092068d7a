using System.Text.Json;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Formats.Sources;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.GeoJson;

/// <summary>Positions (RFC 7946 §3.1.1): longitude, latitude, perhaps a height; brought to WGS 84 from another system when that is stated.</summary>
internal sealed class PositionParser(Action<string, string> warn, Func<Placement?> placement, bool asTheyAre)
{
    /// <summary>More digits than this (about 0.1 mm) only cost room; §11.2 advises against them.</summary>
    private const int MostDecimals = 9;

    public Coordinate Parse(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Array) throw new GeoJsonRefusal(path, $"Expected a position [longitude, latitude], found {Members.Describe(value)}.");
        var length = value.GetArrayLength();
        if (length < 2) throw new GeoJsonRefusal(path, $"A position needs a longitude and a latitude, it holds {length} number{(length == 1 ? "" : "s")}.");
        Span<double> numbers = stackalloc double[3];
        var index = 0;
        foreach (var number in value.EnumerateArray())
        {
            if (number.ValueKind != JsonValueKind.Number) throw new GeoJsonRefusal($"{path}[{index}]", $"Expected a number, found {Members.Describe(number)}.");
            if (index < 3) numbers[index] = number.GetDouble();
            if (index < 2 && Decimals(number.GetRawText()) > MostDecimals) warn(path, "More decimals than any survey measures; kept as they are.");
            index++;
        }

        if (length > 3) warn(path, "More than three numbers in a position: those after the height are ignored.");
        var (lon, lat) = Place(numbers[0], numbers[1], path);
        if (length < 3) return new Coordinate(lon, lat);
        return double.IsFinite(numbers[2])
            ? new CoordinateZ(lon, lat, numbers[2])
            : throw new GeoJsonRefusal($"{path}[2]", "The height is not a finite number.");
    }

    public Coordinate[] ParseMany(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Array) throw new GeoJsonRefusal(path, $"Expected an array of positions, found {Members.Describe(value)}.");
        var positions = new Coordinate[value.GetArrayLength()];
        var index = 0;
        foreach (var position in value.EnumerateArray())
        {
            positions[index] = Parse(position, $"{path}[{index}]");
            index++;
        }

        return positions;
    }

    private (double Lon, double Lat) Place(double x, double y, string path)
    {
        if (placement() is { } stated) return stated.Move(x, y, out var lon, out var lat) is { } wrong ? throw new GeoJsonRefusal(path, wrong) : (lon, lat);
        if (asTheyAre) return double.IsFinite(x) && double.IsFinite(y) ? (x, y) : throw new GeoJsonRefusal(path, "The coordinates are not finite numbers.");
        if (CoordinateProblem.Find(x, y) is not { } problem) return (x, y);
        throw new GeoJsonRefusal(path, problem.Reason) { Unplaced = CrsCandidates.LooksProjected(x, y) ? new Coordinate(x, y) : null };
    }

    private static int Decimals(string number)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        if (point < 0) return 0;
        var end = number.AsSpan(point + 1).IndexOfAny('e', 'E');
        return end < 0 ? number.Length - point - 1 : end;
    }
}
