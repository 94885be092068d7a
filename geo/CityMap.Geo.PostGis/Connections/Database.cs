using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Npgsql;

namespace CityMap.Geo.PostGis.Connections;

/// <summary>The ways into one database: many readers, and writers whose statements keep the plans they were designed for.</summary>
internal sealed class Database : IAsyncDisposable
{
    // A file may hold 64 layers, and two may come at once.
    private const int MostImports = 128;

    // A batch of some hundred rows goes out in one piece: sent bit by bit, the database begins, waits and begins again.
    private const int BatchBytes = 256 * 1024;

    /// <summary>Opens the ways; no connection is made yet.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.NotAStore"/>: not a connection string.</exception>
    public Database(string connectionString, PostGisStoreOptions options)
    {
        NpgsqlConnectionStringBuilder plain;
        try
        {
            plain = new(connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new StoreException(StoreProblem.NotAStore, $"This is not a connection string of PostgreSQL: {e.Message}", e);
        }

        ConnectionString = plain.ConnectionString;
        // Starting a parallel worker takes longer than most reads, and many read at once.
        const string Reading = "-c default_transaction_read_only=on -c max_parallel_workers_per_gather=0";
        Readers = Build(plain, $"{Reading} -c statement_timeout={Milliseconds(options.QueryTimeout)}", options.MaxReaders);

        Filtered = Build(plain, $"{Reading} -c statement_timeout={Milliseconds(options.FilterTimeout)}", options.MaxReaders);

        // A plan made while tables were empty reads them whole for ever: the writer's few statements are index lookups always.
        Writers = Build(
            plain,
            "-c synchronous_commit=on -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off "
            + $"-c statement_timeout={Milliseconds(options.WriteTimeout)} -c lock_timeout={Milliseconds(options.WriteTimeout)}",
            4,
            batches: true);

        // An import holds a lock of its session, which is given back by the reset. Readers and writers leave nothing behind in a session,
        // and are spared the six statements.
        Builders = Build(plain, "-c synchronous_commit=on -c statement_timeout=0", 8, resets: true);

        // One for each layer of a file, all at once: a file of many layers must not wait for itself. What is staged need not last: the transaction that
        // shows it asks for the disk (LayerImport), and with it all that was logged before.
        Importers = Build(plain, "-c synchronous_commit=off -c statement_timeout=0", MostImports, resets: true);
    }

    /// <summary>As given.</summary>
    public string ConnectionString { get; }

    /// <summary>For queries: read only, with a time limit.</summary>
    public NpgsqlDataSource Readers { get; }

    /// <summary>For queries with a filter, which anybody may write: read only, with a short time limit.</summary>
    public NpgsqlDataSource Filtered { get; }

    /// <summary>For appends.</summary>
    public NpgsqlDataSource Writers { get; }

    /// <summary>For definitions, which may take long.</summary>
    public NpgsqlDataSource Builders { get; }

    /// <summary>For imports: each layer that is imported into has one.</summary>
    public NpgsqlDataSource Importers { get; }

    /// <summary>Runs something that may be run again: a connection that broke while idle is not the caller's trouble.</summary>
    public static Task<T> RunAsync<T>(
        NpgsqlDataSource source, Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => TwiceAsync(
        source,
        async token =>
        {
            await using var connection = await source.OpenConnectionAsync(token);
            return await work(connection, token);
        },
        cancellationToken);

    /// <summary>Opens a connection for something that cannot be run again, once it has begun.</summary>
    public static Task<NpgsqlConnection> OpenAsync(NpgsqlDataSource source, CancellationToken cancellationToken) => TwiceAsync(
        source,
        async token =>
        {
            // Asked first, so that one that broke while idle is found out before it matters.
            var connection = await source.OpenConnectionAsync(token);
            try
            {
                await using var probe = new NpgsqlCommand("SELECT 1", connection);
                await probe.ExecuteNonQueryAsync(token);
                return connection;
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        },
        cancellationToken);

    /// <summary>Opens a connection for an append, holding the thread. What goes wrong is told as a <see cref="StoreException"/>: nothing was sent yet.</summary>
    public NpgsqlConnection OpenWriter()
    {
        for (var again = true; ; again = false)
        {
            try
            {
                return Writers.OpenConnection();
            }
            catch (Exception e) when (again && PostGisErrors.IsLost(e))
            {
                Writers.Clear();
            }
            catch (Exception e) when (PostGisErrors.Translate(e) is { } known)
            {
                throw Same(known, e);
            }
        }
    }

    /// <summary>Reads rows one by one; what goes wrong is told as a <see cref="StoreException"/>.</summary>
    public static async IAsyncEnumerable<T> RowsAsync<T>(
        NpgsqlCommand command, Func<NpgsqlDataReader, T> row, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reader = await Translated(command.ExecuteReaderAsync(cancellationToken));
        while (await Translated(reader.ReadAsync(cancellationToken))) yield return row(reader);
    }

    /// <summary>Awaits something of Npgsql's and translates what goes wrong.</summary>
    public static async Task<T> Translated<T>(Task<T> work)
    {
        try
        {
            return await work;
        }
        catch (Exception e) when (e is not OperationCanceledException && PostGisErrors.Translate(e) is { } known)
        {
            throw Same(known, e);
        }
    }

    /// <inheritdoc cref="Translated{T}(Task{T})"/>
    public static Task Translated(Task work) => Translated(ValueAsync(work));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Readers.DisposeAsync();
        await Filtered.DisposeAsync();
        await Writers.DisposeAsync();
        await Builders.DisposeAsync();
        await Importers.DisposeAsync();
    }

    private static async Task<T> TwiceAsync<T>(
        NpgsqlDataSource source, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var again = true; ; again = false)
        {
            try
            {
                return await work(cancellationToken);
            }
            catch (Exception e) when (again && PostGisErrors.IsLost(e))
            {
                source.Clear();
            }
            catch (Exception e) when (e is not OperationCanceledException && PostGisErrors.Translate(e) is { } known)
            {
                throw Same(known, e);
            }
        }
    }

    private static async Task<bool> ValueAsync(Task work)
    {
        await work;
        return true;
    }

    private static StoreException Same(StoreException known, Exception e)
    {
        if (ReferenceEquals(known, e)) ExceptionDispatchInfo.Throw(e);
        return known;
    }

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;

    private static NpgsqlDataSource Build(NpgsqlConnectionStringBuilder plain, string settings, int connections, bool resets = false, bool batches = false)
    {
        var builder = new NpgsqlDataSourceBuilder(plain.ConnectionString);
        var ours = builder.ConnectionStringBuilder;
        ours.Options = $"{plain.Options} {settings} -c jit=off -c timezone=UTC".Trim();
        ours.MaxPoolSize = connections;
        ours.MaxAutoPrepare = 100;
        ours.AutoPrepareMinUsages = 2;
        if (!plain.ShouldSerialize(nameof(plain.Timeout))) ours.Timeout = 5;
        ours.CommandTimeout = 0;
        ours.NoResetOnClose = !resets;
        ours.IncludeErrorDetail = true;
        if (batches) ours.WriteBufferSize = BatchBytes;
        ours.ApplicationName = plain.ApplicationName ?? "CityMap";
        builder.UseNetTopologySuite();
        return builder.Build();
    }
}
