using System.Globalization;
using CityMap.Stores.Tests.Crash;
using Microsoft.Data.Sqlite;
using Xunit;

namespace CityMap.Stores.Tests.GeoPackage;

/// <summary>kill -9 in the middle of everything.</summary>
public sealed class GeoPackageCrashTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_acknowledged_before_a_kill_is_there_and_the_journal_has_no_gap()
    {
        await using var place = await GeoPackagePlace.NewAsync();
        for (var kill = 1; kill <= 3; kill++)
        {
            await place.CloseAsync();
            var acknowledged = await KilledAfterAsync(place.File, 150 * kill);
            await place.OpenAsync();

            var entries = await place.Store.Journal.ReadAsync(0, int.MaxValue, Stop);
            var head = await place.Store.Journal.HeadAsync(Stop);

            Assert.Equal(Enumerable.Range(1, (int)head).Select(i => (long)i), entries.Select(e => e.Sequence));
            Assert.True(head >= acknowledged.Max(), $"{acknowledged.Max()} was acknowledged, the journal ends at {head}");
            var reports = entries.Count(e => e.Kind == "report.made");
            Assert.Equal(reports, (await place.Store.Features.QueryAsync(new("reports") { Within = Geo.Coordinates.Bounds.World, Limit = 1 }, Stop)).NumberMatched);
            Assert.Equal(reports, (await place.Store.Features.LayersAsync(Stop)).Single(l => l.Id == "reports").Count);
            var roads = (await place.Store.Features.QueryAsync(new("roads") { Limit = 1 }, Stop)).NumberMatched;
            Assert.Contains(roads, new long[] { 0, 2500 });
        }

        await place.CloseAsync();
        await using (var connection = new SqliteConnection($"Data Source={place.File};Pooling=False"))
        {
            await connection.OpenAsync(Stop);
            await using var check = connection.CreateCommand();
            check.CommandText = "PRAGMA integrity_check";
            Assert.Equal("ok", await check.ExecuteScalarAsync(Stop));
        }

        await place.OpenAsync();
    }

    private static async Task<List<long>> KilledAfterAsync(string file, int lines)
    {
        using var child = AppendUntilKilled.Start("geopackage", file);
        var acknowledged = new List<long>();
        try
        {
            while (acknowledged.Count < lines && await child.StandardOutput.ReadLineAsync(Stop) is { } line) acknowledged.Add(long.Parse(line, CultureInfo.InvariantCulture));
        }
        finally
        {
            child.Kill();
        }

        // What was written before the kill is still in the pipe; a last line may be cut.
        foreach (var line in (await child.StandardOutput.ReadToEndAsync(Stop)).Split('\n')[..^1]) acknowledged.Add(long.Parse(line, CultureInfo.InvariantCulture));
        await child.WaitForExitAsync(Stop);
        Assert.True(acknowledged.Count >= lines, "the child ended by itself");
        return acknowledged;
    }
}
