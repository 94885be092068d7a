using System.Runtime.CompilerServices;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CityMap.Geo.Formats.GeoPackage;

/// <summary>OGC GeoPackage 1.0 to 1.4 (12-128r18): all its feature tables, each a layer called after it.</summary>
public sealed class GeoPackageFormat : SourceFormat
{
    /// <inheritdoc/>
    public override string Id => "gpkg";

    /// <inheritdoc/>
    public override string Name => "GeoPackage";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions { get; } = ["gpkg"];

    /// <inheritdoc/>
    public override bool KnowsTexts => true;

    /// <inheritdoc/>
    public override bool Recognises(SourceHead head) => head.Bytes.Span.StartsWith("SQLite format 3\0"u8);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<SourceItem> ReadAsync(Source source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = Open(source, cancellationToken);
        // SQLite knows nothing of cancellation: a statement that runs for long, or for ever in a damaged file, is stopped from here.
        await using var stop = cancellationToken.Register(() => raw.sqlite3_interrupt(connection.Handle));
        cancellationToken.ThrowIfCancellationRequested();
        var tables = Checked(() => GeoPackageTable.Of(connection), cancellationToken);
        var (before, total) = (0L, Math.Max(1, tables.Sum(table => table.Count)));
        source.How = $"GeoPackage, {tables.Count} {(tables.Count == 1 ? "table" : "tables")}";
        foreach (var table in tables)
        {
            var reading = Checked(() => new GeoPackageReading(connection, table, source), cancellationToken);
            var read = 0L;
            while (Checked(() => reading.Next(), cancellationToken) is { } item)
            {
                if ((++read & 0xFF) == 1)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    source.Fraction = (double)(before + read) / total;
                }

                yield return item;
            }

            reading.Dispose();
            before += table.Count;
        }

        source.Fraction = 1;
    }

    // A journal beside the file is not ours to look for, and nothing in it may be run: the file is somebody's.
    private static SqliteConnection Open(Source source, CancellationToken cancellationToken) => Checked(() =>
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source.Path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        using var safe = connection.CreateCommand();
        safe.CommandText = "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA query_only = ON";
        safe.ExecuteNonQuery();
        return connection;
    }, cancellationToken);

    private static T Checked<T>(Func<T> work, CancellationToken cancellationToken)
    {
        try
        {
            return work();
        }
        catch (SqliteException stopped) when (stopped.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException("The reading was stopped.", stopped, cancellationToken);
        }
        catch (Exception damaged) when (damaged is SqliteException or InvalidCastException)
        {
            throw new SourceRefusal("import_failed", $"The GeoPackage cannot be read: {damaged.Message}", damaged);
        }
    }
}
