using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Incidents;
using CityMap.Grains.Journal;

namespace CityMap.Grains.Districts.Trends;

/// <summary>How much was open in each district over a time, as of the head of the journal. The first who asks waits for the history to be read.</summary>
public sealed class DistrictTrends : IDisposable
{
    private readonly IStore _store;
    private readonly TrendBook _book;
    private readonly JournalFollower _follower;
    private readonly SemaphoreSlim _reading = new(1, 1);

    internal DistrictTrends(IStore store, TrendBook book, JournalFollower follower) => (_store, _book, _follower) = (store, book, follower);

    /// <summary>The trend of some districts, in the order asked for.</summary>
    /// <param name="areaIds">Area ids; one that is unknown has nothing.</param>
    /// <param name="moments">Two or more, rising.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>One trend per district, all true at one sequence number.</returns>
    /// <exception cref="Geo.StoreException">The store cannot be reached.</exception>
    public async Task<(IReadOnlyList<DistrictTrend> Trends, long Sequence)> OverAsync(
        IReadOnlyList<string> areaIds, IReadOnlyList<DateTimeOffset> moments, CancellationToken cancellationToken)
    {
        await _follower.ReachHeadAsync(cancellationToken);
        if (_book.Sequence < 0) await ReadAsync(cancellationToken);
        return _book.Over(areaIds, [.. moments.Select(moment => moment.UtcTicks)]);
    }

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            while (_book.Sequence < 0)
            {
                _book.Prepare();
                var stays = new OpenStays();
                var sequence = 0L;
                var open = new FeatureQuery(IncidentLayer.Id) { Where = [Is("open", true), Is("exercise", false)] };
                await foreach (var span in _store.Features.SpansAsync(open, ["district"], at => sequence = at, cancellationToken)) stays.Read(span);
                stays.End();
                _book.Begin(stays, sequence);
            }
        }
        catch
        {
            _book.Abandon();
            throw;
        }
        finally
        {
            _reading.Release();
        }
    }

    private static FieldTest Is(string field, bool value) => new(field, Comparison.In, [value]);
}
