using CityMap.Geo.GeoPackage.Imports;
using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.Journal;
using CityMap.Geo.Storage;

namespace CityMap.Geo.GeoPackage.Telemetry;

/// <summary>Measurements in one GeoPackage file.</summary>
internal sealed class TelemetryPort(WriterQueue writer, ReaderPool readers, ImportDesk desk) : ITelemetry
{
    public async Task AppendAsync(IReadOnlyList<Reading> readings, CancellationToken cancellationToken)
    {
        foreach (var reading in readings)
        {
            if (FindProblem(reading) is { } problem) throw new StoreException(StoreProblem.BadFeature, problem);
        }

        foreach (var chunk in readings.Chunk(1000))
        {
            await writer.RunAsync(Urgency.Soon, db => db.InTransaction(() =>
            {
                foreach (var reading in chunk)
                {
                    db.Prepare("INSERT OR REPLACE INTO citymap_telemetry (source, quantity, at, value) VALUES (?, ?, ?, ?)")
                        .Bind(reading.Source).Bind(reading.Quantity).Bind(reading.At).Bind(reading.Value).Finish();
                }
            }), cancellationToken);
        }
    }

    public async Task<IReadOnlyList<Reading>> ReadAsync(
        string source, string? quantity, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
        await readers.ReadAsync(db =>
        {
            var sql = $"""
                SELECT quantity, at, value FROM citymap_telemetry WHERE source = ?1 {(quantity is null ? "AND ?2 IS NULL" : "AND quantity = ?2")}
                AND at >= ?3 AND at < ?4 ORDER BY at DESC, quantity DESC LIMIT ?5
                """;
            var readings = new List<Reading>();
            using var rows = db.Prepare(sql).Bind(source).Bind(quantity).Bind(from).Bind(to).Bind((long)limit).Rows();
            while (rows.Step()) readings.Add(new(source, rows.Text(0), Moments.Read(rows.Text(1)), rows.Double(2)));
            readings.Reverse();
            return readings;
        }, cancellationToken);

    public async Task<long> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var pruned = 0L;
        while (true)
        {
            var some = await writer.RunAsync(Urgency.Idle, db => db.InTransaction(() => PruneSome(db, before)), cancellationToken);
            if (some == 0) return pruned;
            pruned += some;
        }
    }

    private long PruneSome(Db db, DateTimeOffset before)
    {
        var piece = desk.NewPiece();
        var pruned = 0L;
        while (!piece.IsOver)
        {
            var some = db.Run("""
                DELETE FROM citymap_telemetry WHERE (source, quantity, at) IN
                (SELECT source, quantity, at FROM citymap_telemetry WHERE at < ? ORDER BY at LIMIT 200)
                """, before);
            if (some == 0) break;
            pruned += some;
        }

        return pruned;
    }

    private static string? FindProblem(Reading reading) =>
        !double.IsFinite(reading.Value) ? $"The reading {reading.Quantity} of {reading.Source} is not finite."
        : reading.Source.Length is 0 or > 160 || reading.Quantity.Length is 0 or > 63 ? "A reading names its source and quantity, at most 160 and 63 characters."
        : ValueRules.FindTextProblem(reading.Source + reading.Quantity) is { } problem ? $"The source or quantity of a reading {problem}."
        : null;
}
