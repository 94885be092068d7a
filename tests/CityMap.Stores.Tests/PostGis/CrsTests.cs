using CityMap.Geo.Coordinates;
using CityMap.Geo.PostGis;
using Npgsql;
using Xunit;

namespace CityMap.Stores.Tests.PostGis;

/// <summary>The transforms of CityMap beside those of PROJ within PostGIS.</summary>
public sealed class CrsTests(PostGisServer server) : IAsyncLifetime
{
    private string _connectionString = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _connectionString = await server.TakeDatabaseAsync();

    public async ValueTask DisposeAsync() => await server.GiveBackAsync(_connectionString);

    [Fact]
    public async Task Both_put_places_in_every_system_within_a_centimetre_of_each_other()
    {
        await using var store = await PostGisStore.OpenAsync(_connectionString, null, TimeProvider.System, Stop);
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync(Stop);
        foreach (var crs in CrsCatalogue.All)
        {
            foreach (var (lon, lat) in Places(crs))
            {
                var (x, y) = crs.FromGround(lon, lat);
                var (otherX, otherY) = await AskAsync(connection, "ST_Transform(ST_SetSRID(ST_MakePoint($1, $2), 4326), $3)", lon, lat, crs.Code);
                var (backLon, backLat) = await AskAsync(connection, "ST_Transform(ST_SetSRID(ST_MakePoint($1, $2), $3), 4326)", x, y, crs.Code);
                var tolerance = crs.IsGeographic ? 1e-7 : 0.01;
                Assert.True(Math.Abs(x - otherX) < tolerance && Math.Abs(y - otherY) < tolerance, $"{crs}: {lon}, {lat} is {x}, {y} here and {otherX}, {otherY} there");
                Assert.True(Math.Abs(lon - backLon) < 1e-7 && Math.Abs(lat - backLat) < 1e-7, $"{crs}: {x}, {y} is {lon}, {lat} here and {backLon}, {backLat} there");
            }
        }
    }

    // The corners and the middle of the area of use, kept off the edges of the square world.
    private static IEnumerable<(double Lon, double Lat)> Places(Crs crs)
    {
        var area = crs.Area;
        foreach (var east in (double[])[0.02, 0.5, 0.98])
        {
            foreach (var north in (double[])[0.02, 0.5, 0.98]) yield return (area.West + (east * (area.East - area.West)), area.South + (north * (area.North - area.South)));
        }
    }

    private static async Task<(double X, double Y)> AskAsync(NpgsqlConnection connection, string point, double x, double y, int code)
    {
        await using var command = new NpgsqlCommand($"SELECT ST_X(p), ST_Y(p) FROM (SELECT {point} AS p) q", connection) { Parameters = { new() { Value = x }, new() { Value = y }, new() { Value = code } } };
        await using var reader = await command.ExecuteReaderAsync(Stop);
        await reader.ReadAsync(Stop);
        return (reader.GetDouble(0), reader.GetDouble(1));
    }
}
