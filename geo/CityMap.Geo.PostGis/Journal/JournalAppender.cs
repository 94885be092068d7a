using CityMap.Geo.Journal;
using CityMap.Geo.PostGis.Connections;
using CityMap.Geo.PostGis.Layers;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CityMap.Geo.PostGis.Journal;

/// <summary>Stores batches: as few transactions as possible, one round trip each when nothing is wrong.</summary>
internal sealed class JournalAppender(Database database, LayerCatalogue catalogue, ILogger logger)
{
    private const int MostTries = 5;

    /// <summary>Stores a batch; one outcome per append, in order.</summary>
    public async Task<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<Append> batch, CancellationToken cancellationToken)
    {
        var outcomes = new AppendOutcome?[batch.Count];
        var tables = await TablesAsync(batch, cancellationToken);
        var ready = new List<Pending>(batch.Count);
        for (var i = 0; i < batch.Count; i++)
        {
            if (ChangeRules.FindProblem(batch[i], tables) is { } problem) outcomes[i] = new AppendOutcome.Refused(problem);
            else ready.Add(new(i, batch[i]));
        }

        while (ready.Count > 0)
        {
            var wave = new Wave();
            var later = ready.Where(p => !wave.TryAdd(p, layer => tables[layer])).ToList();
            await StoreAsync(wave, tables, outcomes, cancellationToken);
            ready = later;
        }

        return outcomes!;
    }

    // A wave is tried; what was answered before or comes too late is taken out; data that does not fit is cornered by halving.
    private async Task StoreAsync(
        Wave wave, IReadOnlyDictionary<string, LayerTable> tables, AppendOutcome?[] outcomes, CancellationToken cancellationToken, bool lost = false)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                // Whatever stood in the way of the first try may be a feature that was thought to be new.
                var shape = AppendShape.Of(wave);
                Commit(wave, tries == 1 ? shape : shape with { Fresh = false }, outcomes);
                return;
            }
            catch (PostgresException e) when (PostgisCanTryAgain(e) && tries < MostTries)
            {
                // A try that was lost may have been committed since: the server went on with it, and what is in the way is ours.
                if (lost && PostGisErrors.IsConflict(e)) wave = await WithoutStoredAsync(wave, tables, outcomes, cancellationToken);
                if (PostGisErrors.IsConflict(e)) wave = await WithoutSettledAsync(wave, tables, outcomes, cancellationToken);
            }
            catch (PostgresException e) when (PostGisErrors.IsData(e) || PostGisErrors.IsConflict(e))
            {
                if (wave.Appends is [var poison])
                {
                    outcomes[poison.Index] = new AppendOutcome.Refused($"The database would not take it: {e.MessageText}.");
                    LogMessages.AppendRefused(logger, e, poison.Append.Stream);
                    return;
                }

                var middle = wave.Appends.Count / 2;
                await StoreAsync(Of(wave.Appends.Take(middle), tables), tables, outcomes, cancellationToken, lost);
                await StoreAsync(Of(wave.Appends.Skip(middle), tables), tables, outcomes, cancellationToken, lost);
                return;
            }
            catch (Exception e) when (PostGisErrors.IsLost(e) && tries == 1)
            {
                // Nobody said whether it was committed. Trying again cannot store it twice (stream and version are unique),
                // but what was stored must be found, not reported as a conflict.
                LogMessages.AppendUncertain(logger, e, wave.Appends.Count);
                lost = true;
                database.Writers.Clear();
                wave = await WithoutStoredAsync(wave, tables, outcomes, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException && PostGisErrors.Translate(e) is { } known)
            {
                throw known;
            }

            if (wave.Appends.Count == 0) return;
        }
    }

    private static bool PostgisCanTryAgain(PostgresException e) => PostGisErrors.IsCollision(e) || PostGisErrors.IsConflict(e);

    // Holds the thread: the writer has one of its own, which goes on in the moment the answer comes. Once sent, a wave is not called back:
    // half-cancelled, its outcome would be unknown.
    private void Commit(Wave wave, AppendShape shape, AppendOutcome?[] outcomes)
    {
        // As long as there is no connection nothing was sent, and nothing is uncertain: what lies in the journal was stored by somebody else.
        using var connection = database.OpenWriter();
        using var batch = AppendStatement.For(connection, wave, shape);
        var last = ScalarOfLast(batch);
        foreach (var (index, append) in wave.Appends)
        {
            var entries = new JournalEntry[append.Entries.Count];
            for (var i = 0; i < entries.Length; i++)
            {
                var entry = append.Entries[i];
                entries[i] = new(
                    ++last, append.Stream, append.ExpectedVersion + i + 1, entry.Kind, Columns.Instant(entry.OccurredAt),
                    Columns.Instant(entry.RecordedAt), entry.Actor, entry.Data);
            }

            outcomes[index] = new AppendOutcome.Committed(entries);
        }
    }

    private static long ScalarOfLast(NpgsqlBatch batch)
    {
        // Only the last statement returns rows: the reader is at it from the beginning. Reading to the end waits for the commit.
        using var reader = batch.ExecuteReader();
        if (!reader.Read()) throw new InvalidOperationException("The journal's head row is missing.");
        var value = reader.GetInt64(0);
        while (reader.NextResult())
        {
        }

        return value;
    }

    private async Task<Wave> WithoutSettledAsync(
        Wave wave, IReadOnlyDictionary<string, LayerTable> tables, AppendOutcome?[] outcomes, CancellationToken cancellationToken)
    {
        var settled = await Database.RunAsync(
            database.Writers, (connection, token) => AppendLookup.SettleAsync(connection, wave.Appends, token), cancellationToken);
        return Without(wave, settled, tables, outcomes);
    }

    private async Task<Wave> WithoutStoredAsync(
        Wave wave, IReadOnlyDictionary<string, LayerTable> tables, AppendOutcome?[] outcomes, CancellationToken cancellationToken)
    {
        var stored = await Database.RunAsync(
            database.Writers, (connection, token) => AppendLookup.FindStoredAsync(connection, wave.Appends, token), cancellationToken);
        return Without(wave, stored, tables, outcomes);
    }

    private static Wave Without(
        Wave wave, AppendOutcome?[] known, IReadOnlyDictionary<string, LayerTable> tables, AppendOutcome?[] outcomes)
    {
        for (var i = 0; i < known.Length; i++)
        {
            if (known[i] is { } outcome) outcomes[wave.Appends[i].Index] = outcome;
        }

        return Of(wave.Appends.Where((_, i) => known[i] is null), tables);
    }

    private static Wave Of(IEnumerable<Pending> appends, IReadOnlyDictionary<string, LayerTable> tables)
    {
        var wave = new Wave();
        foreach (var pending in appends) wave.TryAdd(pending, layer => tables[layer]);
        return wave;
    }

    private async Task<IReadOnlyDictionary<string, LayerTable>> TablesAsync(IReadOnlyList<Append> batch, CancellationToken cancellationToken)
    {
        var tables = new Dictionary<string, LayerTable>(StringComparer.Ordinal);
        foreach (var append in batch)
        {
            foreach (var change in append.Changes)
            {
                if (tables.ContainsKey(change.Layer)) continue;
                if (await catalogue.FindAsync(change.Layer, cancellationToken) is { } table) tables[change.Layer] = table;
            }
        }

        return tables;
    }
}
