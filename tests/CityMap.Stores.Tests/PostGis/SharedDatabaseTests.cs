using CityMap.Geo;
using CityMap.Geo.Journal;
using CityMap.Geo.PostGis;
using CityMap.Stores.Tests.Contract;
using Npgsql;
using Xunit;

namespace CityMap.Stores.Tests.PostGis;

/// <summary>Several nodes on one database.</summary>
public sealed class SharedDatabaseTests(PostGisServer server) : IAsyncLifetime
{
    private string _connectionString = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>How long two nodes write; CITYMAP_TAIL_SECONDS asks for another time, such as 60.</summary>
    private static TimeSpan Span => TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("CITYMAP_TAIL_SECONDS"), out var seconds) ? seconds : 2);

    public async ValueTask InitializeAsync() => _connectionString = await server.TakeDatabaseAsync();

    public async ValueTask DisposeAsync() => await server.GiveBackAsync(_connectionString);

    [Fact]
    public async Task A_tailing_reader_misses_nothing_that_two_nodes_write()
    {
        await using var one = await OpenAsync();
        await using var two = await OpenAsync();
        await using var three = await OpenAsync();
        await one.Features.DefineLayerAsync(Sample.Reports, Stop);
        using var done = new CancellationTokenSource(Span);
        using var written = new CancellationTokenSource();
        var tail = Task.Run(async () =>
        {
            var (head, seen) = (0L, new HashSet<string>());
            while (true)
            {
                var last = written.IsCancellationRequested;
                var next = await three.Journal.ReadAsync(head, 5000, Stop);
                foreach (var entry in next)
                {
                    Assert.Equal(++head, entry.Sequence);
                    seen.Add(entry.Stream);
                }

                if (last && next.Count == 0) return seen;
            }
        });
        var acknowledged = await Task.WhenAll(WriteAsync(one, "one", done.Token), WriteAsync(two, "two", done.Token));
        await written.CancelAsync();
        var streams = await tail;

        TestContext.Current.TestOutputHelper?.WriteLine($"{streams.Count} entries by two nodes in {Span.TotalSeconds} s");
        Assert.Equal(acknowledged.Sum(a => a.Count), streams.Count);
        Assert.Empty(acknowledged.SelectMany(a => a).Except(streams));
        Assert.Equal(streams.Count, (await three.Features.QueryAsync(new("reports"), Stop)).NumberMatched);
    }

    [Fact]
    public async Task Two_nodes_that_open_an_empty_database_at_once_make_one_store()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OpenAsync()));
        Assert.Single(stores.Select(s => s.Epoch).Distinct());
        foreach (var store in stores) await store.DisposeAsync();
    }

    [Fact]
    public async Task A_newer_store_is_left_alone()
    {
        await using (await OpenAsync())
        {
        }

        await ExecuteAsync("UPDATE citymap_store.meta SET value = '99' WHERE key = 'version'");
        Assert.Equal(StoreProblem.Newer, (await Assert.ThrowsAsync<StoreException>(OpenAsync)).Problem);
    }

    [Fact]
    public async Task A_schema_that_CityMap_did_not_make_is_left_alone()
    {
        await ExecuteAsync("CREATE SCHEMA citymap; CREATE TABLE citymap.mine (a int)");
        Assert.Equal(StoreProblem.NotAStore, (await Assert.ThrowsAsync<StoreException>(OpenAsync)).Problem);
    }

    private static async Task<List<string>> WriteAsync(PostGisStore store, string node, CancellationToken done)
    {
        var mine = new List<string>();
        for (var batch = 0; !done.IsCancellationRequested; batch++)
        {
            var appends = Enumerable.Range(0, 8).Select(i => Sample.Put(Sample.Report($"{node}-{batch}-{i}"))).ToArray();
            var outcomes = await store.Journal.AppendAsync(appends, CancellationToken.None);
            mine.AddRange(outcomes.SelectMany(o => Assert.IsType<AppendOutcome.Committed>(o).Entries).Select(e => e.Stream));
        }

        return mine;
    }

    private Task<PostGisStore> OpenAsync() => PostGisStore.OpenAsync(_connectionString, null, TimeProvider.System, Stop);

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_connectionString + ";Pooling=false");
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }
}
