using CityMap.Geo.Journal;

namespace CityMap.Grains.Handovers;

/// <summary>
/// The hand-over log as this node knows it. Nothing in it ever changes, so each reading asks the journal only for what came after: whoever
/// was answered that something is durable finds it in the next reading, on any node. Safe for several threads.
/// </summary>
internal sealed class ShiftLog(IJournal journal)
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private IReadOnlyList<ShiftItem> _items = [];

    /// <summary>Every line, the oldest first; the line at index i has version i + 1.</summary>
    /// <exception cref="Geo.StoreException">The store cannot be reached.</exception>
    public async Task<IReadOnlyList<ShiftItem>> ReadAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            List<ShiftItem>? longer = null;
            await foreach (var entry in journal.ReadStreamAsync(ShiftEntries.Stream, _items.Count, cancellationToken))
            {
                (longer ??= [.. _items]).Add(ShiftEntries.Read(entry));
            }

            return _items = longer ?? _items;
        }
        finally
        {
            _reading.Release();
        }
    }
}
