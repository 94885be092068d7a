using CityMap.Geo.Journal;
using CityMap.Geo.PostGis.Layers;
using CityMap.Geo.Storage;
using Npgsql;
using NpgsqlTypes;

namespace CityMap.Geo.PostGis.Journal;

/// <summary>Finds out, after a wave failed, which of its appends were already answered or come too late.</summary>
internal static class AppendLookup
{
    /// <summary>Looks at the keys and streams of appends.</summary>
    /// <returns>An outcome for each that cannot succeed; null for those that may be tried (again).</returns>
    public static async Task<AppendOutcome?[]> SettleAsync(
        NpgsqlConnection connection, IReadOnlyList<Pending> appends, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT k.body_hash, k.stream, k.answer, last.version, last.occurred_at
            FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY a (stream, caller, value, ordinal)
            LEFT JOIN citymap_store.keys k ON k.caller = a.caller AND k.value = a.value
            LEFT JOIN LATERAL (
                SELECT j.version, j.occurred_at FROM citymap_store.journal j WHERE j.stream = a.stream ORDER BY j.stream DESC, j.version DESC LIMIT 1
            ) last ON true
            ORDER BY a.ordinal
            """,
            connection);
        command.Parameters.Add(Columns.Array(NpgsqlDbType.Text, appends.Select(p => p.Append.Stream).ToArray()));
        command.Parameters.Add(Columns.Array(NpgsqlDbType.Text, appends.Select(p => p.Append.Key?.Caller).ToArray()));
        command.Parameters.Add(Columns.Array(NpgsqlDbType.Text, appends.Select(p => p.Append.Key?.Value).ToArray()));

        var outcomes = new AppendOutcome?[appends.Count];
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        for (var i = 0; await reader.ReadAsync(cancellationToken); i++) outcomes[i] = Judge(appends[i].Append, reader);
        return outcomes;
    }

    /// <summary>
    /// Reads back appends that were sent and whose commit nobody confirmed. One transaction stored all of them or none, so an append that is
    /// found unchanged, by the same actor and recorded in the same microsecond, was stored by us.
    /// </summary>
    /// <returns>The outcome of each that is found; null for the others.</returns>
    public static async Task<AppendOutcome?[]> FindStoredAsync(
        NpgsqlConnection connection, IReadOnlyList<Pending> appends, CancellationToken cancellationToken)
    {
        var outcomes = new AppendOutcome?[appends.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            var append = appends[i].Append;
            await using var command = new NpgsqlCommand(
                $"SELECT {EntryReader.Columns} FROM citymap_store.journal WHERE stream = $1 AND version > $2 ORDER BY version LIMIT $3", connection);
            command.Parameters.Add(new() { Value = append.Stream });
            command.Parameters.Add(new() { Value = append.ExpectedVersion });
            command.Parameters.Add(new() { Value = append.Entries.Count });
            var stored = new List<JournalEntry>();
            await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            {
                while (await reader.ReadAsync(cancellationToken)) stored.Add(EntryReader.Read(reader));
            }

            if (IsSame(append, stored)) outcomes[i] = new AppendOutcome.Committed(stored);
        }

        return outcomes;
    }

    private static AppendOutcome? Judge(Append append, NpgsqlDataReader reader)
    {
        if (!reader.IsDBNull(0))
        {
            return reader.GetString(0) == append.Key!.BodyHash
                ? new AppendOutcome.Repeated(reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2))
                : new AppendOutcome.KeyReused();
        }

        var version = reader.IsDBNull(3) ? 0 : reader.GetInt64(3);
        if (version != append.ExpectedVersion) return new AppendOutcome.VersionConflict(version);
        return !reader.IsDBNull(4) && reader.GetDateTime(4) > Columns.Instant(append.Entries[0].OccurredAt)
            ? new AppendOutcome.Refused(AppendRules.TimeGoesBack(append.Stream))
            : null;
    }

    private static bool IsSame(Append append, List<JournalEntry> stored)
    {
        if (stored.Count != append.Entries.Count) return false;
        for (var i = 0; i < stored.Count; i++)
        {
            var (a, b) = (append.Entries[i], stored[i]);
            if (a.Kind != b.Kind || a.Actor != b.Actor || a.Data != b.Data
                || Columns.Instant(a.RecordedAt) != b.RecordedAt.UtcDateTime || Columns.Instant(a.OccurredAt) != b.OccurredAt.UtcDateTime)
            {
                return false;
            }
        }

        return true;
    }
}
