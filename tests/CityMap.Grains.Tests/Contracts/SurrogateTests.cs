using CityMap.Geo;
using CityMap.Geo.Areas;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Journal;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Tests.Incidents;
using Microsoft.Extensions.DependencyInjection;
using NetTopologySuite.IO;
using Orleans.Serialization;

namespace CityMap.Grains.Tests.Contracts;

/// <summary>Geo knows no Orleans; its types travel all the same.</summary>
public sealed class SurrogateTests
{
    private readonly Serializer _serializer = new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    [Theory]
    [InlineData("LINESTRING (106.75 21.85, 106.76 21.86)")]
    [InlineData("POLYGON ((106.7 21.8, 106.8 21.8, 106.8 21.9, 106.7 21.8))")]
    [InlineData("MULTILINESTRING ((106.7 21.8, 106.8 21.8), (106.9 21.8, 107 21.8))")]
    [InlineData("MULTIPOLYGON (((106.7 21.8, 106.8 21.8, 106.8 21.9, 106.7 21.8)))")]
    [InlineData("POINT (106.7 21.8)")]
    [InlineData("GEOMETRYCOLLECTION (POINT (106.7 21.8))")]
    public void A_footprint_of_any_kind_comes_over_as_it_was(string wkt)
    {
        var drawn = new DrawFootprint(new WKTReader().Read(wkt));
        var there = Assert.IsType<DrawFootprint>(Travel<IncidentCommand>(drawn));
        Assert.True(drawn.Footprint!.EqualsExact(there.Footprint));
        Assert.Equal(drawn.Name, there.Name);
    }

    [Fact]
    public void A_snapshot_comes_over_whole()
    {
        var snapshot = Some.Incident() with
        {
            Jurisdiction = new Jurisdiction("05977@2025", "Phường Đông Kinh", "2025", JurisdictionRule.Inside, 12.5, "05983@2025", "Phường Tam Thanh", 300),
            District = new AreaRef("05977@2025", "Phường Đông Kinh"),
            ClosedAt = Some.Now,
        };
        Assert.Equal(snapshot, Travel(snapshot));
    }

    [Fact]
    public void A_header_comes_over_with_its_key()
    {
        var header = new RequestHeader("Lan") { ExpectedVersion = 3, OccurredAt = Some.Now, Key = new IdempotencyKey("Lan", "k1", "00ff") };
        Assert.Equal(header, Travel(header));
    }

    [Fact]
    public void A_store_problem_keeps_its_name_on_the_way_to_the_caller()
    {
        var there = Assert.IsType<StoreException>(Travel<Exception>(new StoreException(StoreProblem.Unavailable, "The store is away.")));
        Assert.Equal((StoreProblem.Unavailable, "The store is away."), (there.Problem, there.Message));
    }

    [Fact]
    public void A_position_comes_over_exactly()
    {
        var there = Travel<IncidentEvent>(new IncidentMoved(new LonLat(106.7610000001, 21.85), null, null, null));
        Assert.Equal(new LonLat(106.7610000001, 21.85), Assert.IsType<IncidentMoved>(there).Position);
    }

    private T Travel<T>(T value)
        where T : notnull => _serializer.Deserialize<T>(_serializer.SerializeToArray(value))!;
}
