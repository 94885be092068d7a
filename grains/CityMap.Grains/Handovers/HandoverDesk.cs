using System.Globalization;
using CityMap.Geo.Journal;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts;
using CityMap.Grains.Journal;
using CityMap.Grains.Rules;

namespace CityMap.Grains.Handovers;

/// <summary>
/// Keeps the hand-over log: who took over, what was left, what they were told. No grain: the log is one stream, and its version in the
/// journal lets one of two who hand over at once win. Safe for any number of callers on any node.
/// </summary>
public sealed class HandoverDesk
{
    private const int Attempts = 6;
    private readonly JournalWriter _writer;
    private readonly IStore _store;
    private readonly TimeProvider _time;
    private readonly ShiftLog _log;

    /// <summary>Opens the log.</summary>
    public HandoverDesk(JournalWriter writer, IStore store, TimeProvider time) =>
        (_writer, _store, _time, _log) = (writer, store, time, new ShiftLog(store.Journal));

    /// <summary>Every line of the log, the oldest first.</summary>
    /// <exception cref="Geo.StoreException">The store cannot be reached.</exception>
    public Task<IReadOnlyList<ShiftItem>> ReadAsync(CancellationToken cancellationToken) => _log.ReadAsync(cancellationToken);

    /// <summary>What there is to do now, and what happened since the last hand-over of a log.</summary>
    /// <exception cref="Geo.StoreException">The store cannot be reached.</exception>
    public Task<ShiftFigures> CountAsync(IReadOnlyList<ShiftItem> log, CancellationToken cancellationToken) =>
        ShiftCounter.CountAsync(_store.Features, log.LastOrDefault(line => line.IsHandover)?.At, Moments.Cut(_time.GetUtcNow()), cancellationToken);

    /// <summary>Hands the watch over.</summary>
    /// <param name="to">Who takes over, at most 200 characters.</param>
    /// <param name="notes">What they should know, at most 4,000 characters; null for nothing.</param>
    /// <param name="header">Who hands over; the expected version is how many lines of the log they have read.</param>
    /// <param name="cancellationToken">Gives up while it still waits.</param>
    /// <exception cref="Geo.StoreException">The store cannot be reached: repeat with the same key.</exception>
    public async Task<ShiftReply> HandOverAsync(string? to, string? notes, RequestHeader header, CancellationToken cancellationToken)
    {
        string? text = null;
        var wrong = TextRule.Required("to", to, TextRule.Name, out var taker) ?? TextRule.Optional("notes", notes, TextRule.LongText, out text);
        return await WriteAsync(wrong, async log => new ShiftHandedOver(taker, text, await CountAsync(log, cancellationToken)), header, cancellationToken);
    }

    /// <summary>Notes something for those who come after.</summary>
    /// <param name="text">What, at most 4,000 characters.</param>
    /// <param name="header">Who.</param>
    /// <param name="cancellationToken">Gives up while it still waits.</param>
    /// <exception cref="Geo.StoreException">The store cannot be reached: repeat with the same key.</exception>
    public Task<ShiftReply> NoteAsync(string? text, RequestHeader header, CancellationToken cancellationToken)
    {
        var wrong = TextRule.Required("text", text, TextRule.LongText, out var note);
        return WriteAsync(wrong, _ => Task.FromResult<ShiftEvent>(new ShiftNoted(note)), header, cancellationToken);
    }

    private async Task<ShiftReply> WriteAsync(
        Refusal? wrong, Func<IReadOnlyList<ShiftItem>, Task<ShiftEvent>> what, RequestHeader header, CancellationToken cancellationToken)
    {
        if ((TextRule.Required("actor", header.Actor, TextRule.Name, out var actor) ?? wrong) is { } why) return new ShiftReply.Refused(why);
        header = header with { Actor = actor };
        for (var attempt = 0; ; attempt++)
        {
            var log = await _log.ReadAsync(cancellationToken);
            AppendOutcome? outcome = header.ExpectedVersion is null || header.ExpectedVersion == log.Count
                ? await AppendAsync(log, await what(log), header, cancellationToken)
                : header.Key is { } key ? await _store.Journal.FindKeyAsync(key, cancellationToken) : null;
            switch (outcome)
            {
                case AppendOutcome.Committed committed:
                    return new ShiftReply.Accepted(ShiftEntries.Read(committed.Entries[0]));
                case AppendOutcome.Repeated first:
                    return new ShiftReply.Accepted(await FirstAsync(first, cancellationToken));
                case AppendOutcome.KeyReused:
                    return new ShiftReply.Refused(Refusals.KeyReused);
                case AppendOutcome.Refused unfit:
                    return new ShiftReply.Refused(Refusals.Store(unfit.Reason));
                case AppendOutcome.VersionConflict when attempt < Attempts:
                    continue;
                default:
                    return new ShiftReply.Conflict(log.Count);
            }
        }
    }

    private Task<AppendOutcome> AppendAsync(IReadOnlyList<ShiftItem> log, ShiftEvent what, RequestHeader header, CancellationToken cancellationToken)
    {
        // Within a stream time never goes back, not even when another node's clock was ahead.
        var now = Moments.Cut(_time.GetUtcNow());
        var at = log.Count > 0 && log[^1].At > now ? log[^1].At : now;
        var entry = ShiftEntries.Write(what, at, now, header.Actor);
        var append = new Append(ShiftEntries.Stream, log.Count, [entry], [])
        {
            Key = header.Key,
            Answer = (log.Count + 1).ToString(CultureInfo.InvariantCulture),
        };
        return _writer.AppendAsync(append, cancellationToken);
    }

    private async Task<ShiftItem> FirstAsync(AppendOutcome.Repeated first, CancellationToken cancellationToken)
    {
        var version = int.Parse(first.Answer!, CultureInfo.InvariantCulture);
        return (await _log.ReadAsync(cancellationToken))[version - 1];
    }
}
