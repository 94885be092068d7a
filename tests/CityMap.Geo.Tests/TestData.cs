using System.Text.Json;
using CityMap.Geo.Areas;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using Xunit;

namespace CityMap.Geo.Tests;

/// <summary>Real data, read from the folder named by CITYMAP_TESTDATA, or <c>../shared/data</c> beside the repository.</summary>
internal static class TestData
{
    private static readonly GeometryFactory Factory = NtsGeometryServices.Instance.CreateGeometryFactory(4326);

    /// <summary>The path of a file; skips the test when the folder is absent, fails it in continuous integration.</summary>
    public static string Path(string relative)
    {
        var folder = Environment.GetEnvironmentVariable("CITYMAP_TESTDATA") ?? System.IO.Path.Combine(Root(), "..", "shared", "data");
        var path = System.IO.Path.Combine(folder, relative);
        if (File.Exists(path)) return path;
        var message = $"The test data {relative} is not there: set CITYMAP_TESTDATA to the folder that holds it.";
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) Assert.Fail(message);
        Assert.Skip(message);
        return path;
    }

    /// <summary>The areas of a boundary file, all in force from one day on.</summary>
    public static List<Area> Areas(string file, string edition, DateOnly from, DateOnly? to = null)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path($"boundaries/{file}")));
        return [.. document.RootElement.GetProperty("features").EnumerateArray().Select(feature =>
        {
            var p = feature.GetProperty("properties");
            var code = p.GetProperty("code").ToString();
            return new Area(
                $"{code}@{edition}", code, p.GetProperty("name").GetString()!, p.GetProperty("name").GetString()!, "commune", edition, from, to,
                Shape(feature.GetProperty("geometry")));
        })];
    }

    private static Geometry Shape(JsonElement geometry)
    {
        var coordinates = geometry.GetProperty("coordinates");
        return geometry.GetProperty("type").GetString() == "Polygon"
            ? Polygon(coordinates)
            : Factory.CreateMultiPolygon([.. coordinates.EnumerateArray().Select(Polygon)]);
    }

    private static Polygon Polygon(JsonElement rings)
    {
        var read = rings.EnumerateArray().Select(Ring).ToArray();
        return Factory.CreatePolygon(read[0], read[1..]);
    }

    private static LinearRing Ring(JsonElement ring) =>
        Factory.CreateLinearRing([.. ring.EnumerateArray().Select(c => new Coordinate(c[0].GetDouble(), c[1].GetDouble()))]);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "CityMap.sln"))) folder = System.IO.Path.GetDirectoryName(folder)!;
        return folder;
    }
}
