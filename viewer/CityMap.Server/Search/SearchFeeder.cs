using System.Threading.Channels;
using CityMap.Geo;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Searching;
using CityMap.Grains.Facilities;
using CityMap.Grains.Incidents;
using CityMap.Server.Live;

namespace CityMap.Server.Search;

/// <summary>Fills the search book from the layers at the start, and carries it on with the live feed.</summary>
internal sealed class SearchFeeder(
    SearchBook book, LiveLayers layers, SearchEntries entries, StaticEntries statics, TimeProvider time, ILogger<SearchFeeder> logger)
    : BackgroundService
{
    // How many changes within one gathering are the sign of a burst: an import, a replay, a storm.
    private const int Crowd = 200;
    private static readonly TimeSpan _gather = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _gatherCrowd = TimeSpan.FromMilliseconds(250);
    private readonly Channel<Commit> _commits = Channel.CreateUnbounded<Commit>(new() { SingleReader = true });

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        layers.Applied += commits =>
        {
            foreach (var commit in commits) _commits.Writer.TryWrite(commit);
        };
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ReadStaticsAsync(stoppingToken);
            var (facilities, facilitiesAt) = await LoadAsync(FacilityLayer.Id, entries.Facility, stoppingToken);
            book.Facilities = facilities;
            var (incidents, incidentsAt) = await LoadAsync(IncidentLayer.Id, entries.Incident, stoppingToken);
            book.Incidents = incidents;
            while (await _commits.Reader.WaitToReadAsync(stoppingToken))
            {
                var commits = new List<Commit>();
                while (_commits.Reader.TryRead(out var commit)) commits.Add(commit);
                Take(facilities, commits.Where(commit => commit.Sequence > facilitiesAt), FacilityLayer.Id, entries.Facility);
                Take(incidents, commits.Where(commit => commit.Sequence > incidentsAt), IncidentLayer.Id, entries.Incident);
                if (commits.Exists(commit => commit.Entries.Any(entry => LayerEvent.Changes(entry.Kind)))) await ReadStaticsAsync(stoppingToken);
                // Under load many changes are taken at once, so that the index gets few large pieces instead of many small ones.
                await Task.Delay(commits.Count < Crowd ? _gather : _gatherCrowd, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            _commits.Writer.TryComplete();
        }
    }

    private static void Take(SearchIndex index, IEnumerable<Commit> commits, string layer, Func<Feature, SearchEntry> entry)
    {
        var changes = new Dictionary<string, SearchEntry?>(StringComparer.Ordinal);
        foreach (var change in commits.SelectMany(commit => commit.Changes).Where(change => change.Layer == layer))
        {
            changes[change.Id] = change.After is { } after ? entry(after) : null;
        }

        if (changes.Count > 0) index.Apply(changes);
    }

    private async Task<(SearchIndex Index, long Sequence)> LoadAsync(string layer, Func<Feature, SearchEntry> entry, CancellationToken cancellationToken)
    {
        while (true)
        {
            await layers.Loaded.WaitAsync(cancellationToken);
            if (layers.Find(layer) is { } snapshot) return (SearchIndex.Build(snapshot.Stream(new(layer)).Select(entry)), snapshot.Sequence);
            // Loading has not begun yet.
            await Task.Delay(_gather, time, cancellationToken);
        }
    }

    private async Task ReadStaticsAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                book.Put(await statics.ReadAsync(cancellationToken));
                return;
            }
            catch (StoreException refused)
            {
                logger.SearchNotFilled(refused.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
            }
        }
    }
}
