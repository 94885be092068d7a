using System.Runtime.CompilerServices;
using CityMap.Geo.Indexing;
using CityMap.Geo.Layers;
using CityMap.Server.Api.Layers.Export;

namespace CityMap.Server.Api.Incidents;

/// <summary>Every incident that matches, in the order asked for, from the first to the last as of one moment; disposed when it has been read.</summary>
/// <param name="matched">How many there are.</param>
/// <param name="incidents">They themselves.</param>
internal sealed class IncidentReading(long matched, Func<CancellationToken, IAsyncEnumerable<Feature>> incidents) : IAsyncDisposable
{
    private const int Part = 5000;

    private IFeatureReading? _stored;
    private ExportPlaces.Place? _place;

    /// <summary>How many there are.</summary>
    public long Matched => matched;

    /// <summary>They themselves.</summary>
    public IAsyncEnumerable<Feature> IncidentsAsync(CancellationToken cancellationToken) => incidents(cancellationToken);

    /// <summary>From memory.</summary>
    public static IncidentReading Of(LiveSnapshot snapshot, FeatureQuery query) =>
        new(snapshot.Query(query with { Limit = 1 }).NumberMatched, stop => PagesAsync(snapshot, query with { Limit = Part }, stop));

    /// <summary>From the store; the place is given back with its snapshot.</summary>
    public static IncidentReading Of(IFeatureReading stored, long matched, ExportPlaces.Place place) => new(matched, stored.FeaturesAsync) { _stored = stored, _place = place };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_stored is not null) await _stored.DisposeAsync();
        _place?.Dispose();
    }

    private static async IAsyncEnumerable<Feature> PagesAsync(LiveSnapshot snapshot, FeatureQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var next = query; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = snapshot.Query(next);
            foreach (var incident in page.Features) yield return incident;
            if (page.Next is null) yield break;

            // What follows takes its time: whoever has read so far waits elsewhere.
            await Task.Yield();
            next = next with { After = page.Next };
        }
    }
}
