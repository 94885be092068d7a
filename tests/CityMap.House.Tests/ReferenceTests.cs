using Xunit;

namespace CityMap.House.Tests;

/// <summary>The doors between the rooms, as docs/architecture.md draws them.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Doors = new(StringComparer.Ordinal)
    {
        ["CityMap.Geo"] = [],
        ["CityMap.Geo.Demo"] = ["CityMap.Geo"],
        ["CityMap.Geo.Formats"] = ["CityMap.Geo"],
        ["CityMap.Geo.PostGis"] = ["CityMap.Geo"],
        ["CityMap.Geo.GeoPackage"] = ["CityMap.Geo"],
        ["CityMap.Grains.Contracts"] = ["CityMap.Geo"],
        ["CityMap.Grains"] = ["CityMap.Grains.Contracts", "CityMap.Geo"],
        ["CityMap.Viewer"] = ["CityMap.Geo", "CityMap.Geo.Formats"],
        ["CityMap.Desktop"] = ["CityMap.Viewer"],
        ["CityMap.Server"] =
        [
            "CityMap.Geo", "CityMap.Geo.Demo", "CityMap.Geo.Formats", "CityMap.Geo.PostGis", "CityMap.Geo.GeoPackage",
            "CityMap.Grains.Contracts", "CityMap.Grains", "CityMap.Viewer",
        ],
    };

    public static TheoryData<string> Rooms => [.. Doors.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_refers_only_to_the_rooms_its_doors_lead_to(string room)
    {
        var project = Repository.Projects.Single(p => p.Name == room);
        Assert.Subset(Doors[room].ToHashSet(StringComparer.Ordinal), project.References.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_project_outside_the_tests_has_its_doors_drawn()
    {
        var undrawn = Repository.Projects.Where(p => !p.File.StartsWith("tests/", StringComparison.Ordinal) && !Doors.ContainsKey(p.Name));
        Assert.Empty(undrawn.Select(p => p.Name));
    }

    [Fact]
    public void The_geo_core_knows_only_NetTopologySuite_and_ProjNET()
    {
        Assert.Subset(new HashSet<string> { "NetTopologySuite", "ProjNET" }, Packages("CityMap.Geo").ToHashSet());
    }

    [Theory]
    [InlineData("Npgsql", "CityMap.Geo.PostGis", "CityMap.Server")]
    [InlineData("Microsoft.Orleans", "CityMap.Grains.Contracts", "CityMap.Grains", "CityMap.Server")]
    [InlineData("Microsoft.Data.Sqlite", "CityMap.Geo.GeoPackage", "CityMap.Geo.Formats", "CityMap.Viewer")]
    [InlineData("SkiaSharp", "CityMap.Viewer")]
    [InlineData("HarfBuzzSharp", "CityMap.Viewer")]
    [InlineData("Mapsui", "CityMap.Desktop")]
    [InlineData("BruTile", "CityMap.Desktop")]
    [InlineData("Avalonia", "CityMap.Desktop")]
    public void A_package_family_stays_in_its_rooms(string family, params string[] rooms)
    {
        var users = Repository.Projects
            .Where(p => !p.File.StartsWith("tests/", StringComparison.Ordinal))
            .Where(p => p.Packages.Any(name => name.StartsWith(family, StringComparison.Ordinal)))
            .Select(p => p.Name);
        Assert.Subset(rooms.ToHashSet(StringComparer.Ordinal), users.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_hosting_folder_of_the_server_names_a_store()
    {
        var offenders = Repository.Files
            .Where(f => f.StartsWith("viewer/CityMap.Server/", StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal))
            .Where(f => !f.StartsWith("viewer/CityMap.Server/Hosting/", StringComparison.Ordinal))
            .Where(f => Repository.Read(f) is var text && (text.Contains("CityMap.Geo.PostGis", StringComparison.Ordinal)
                || text.Contains("CityMap.Geo.GeoPackage", StringComparison.Ordinal) || text.Contains("using Npgsql", StringComparison.Ordinal)));
        Assert.Empty(offenders);
    }

    private static IReadOnlySet<string> Packages(string project) => Repository.Projects.Single(p => p.Name == project).Packages;
}
