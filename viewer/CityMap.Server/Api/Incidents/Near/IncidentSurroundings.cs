using CityMap.Geo.Coordinates;
using CityMap.Geo.Indexing;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Incidents;
using CityMap.Server.Live;

namespace CityMap.Server.Api.Incidents.Near;

/// <summary>Finds what lies around an incident: in memory for the present, from the store for the past.</summary>
internal sealed class IncidentSurroundings(IStore store, IncidentFile file, FreshLayers live, IncidentViews views, TimeProvider time)
{
    private const int SimilarReachMetres = 2000;

    // A box of the store may hold more than can be looked at: the past is answered from so many.
    private const int MostOfThePast = 10_000;
    private static readonly TimeSpan _similarReach = TimeSpan.FromDays(30);

    /// <summary>Open incidents within a radius, the nearest first.</summary>
    /// <exception cref="Problems.ProblemException">There is no such incident.</exception>
    public async Task<NearPage> NearbyAsync(
        Guid id, int radiusMetres, int limit, (Audience Audience, DateTimeOffset? AsOf) ask, CancellationToken cancellationToken)
    {
        var incident = await file.FindAsync(id, ask.AsOf, ask.Audience, cancellationToken);
        var found = await NearestAsync(incident, [new("open", Comparison.In, [true])], radiusMetres, limit + 1, ask, cancellationToken);
        return Show(found.Where(near => near.Feature.Id != incident.Id).Take(limit), ask.AsOf);
    }

    /// <summary>Open incidents within a radius of a place, the nearest first.</summary>
    public async Task<NearPage> AroundAsync(
        LonLat place, int radiusMetres, int limit, (Audience Audience, DateTimeOffset? AsOf) ask, CancellationToken cancellationToken) =>
        Show(await NearestAsync(place, [new("open", Comparison.In, [true])], radiusMetres, limit, ask, cancellationToken), ask.AsOf);

    /// <summary>Incidents of the same type within 2 km and 30 days, the likest first: two kilometres count as much as thirty days.</summary>
    /// <exception cref="Problems.ProblemException">There is no such incident.</exception>
    public async Task<NearPage> SimilarAsync(
        Guid id, int limit, (Audience Audience, DateTimeOffset? AsOf) ask, CancellationToken cancellationToken)
    {
        var incident = await file.FindAsync(id, ask.AsOf, ask.Audience, cancellationToken);
        var reported = new DateTimeOffset(incident.OccurredAt!.Value, TimeSpan.Zero);
        FieldTest[] alike =
        [
            new("type", Comparison.In, [incident.Type]),
            new("exercise", Comparison.In, [incident.Exercise]),
            new("occurred_at", Comparison.AtLeast, [reported - _similarReach]),
            new("occurred_at", Comparison.LessThan, [reported + _similarReach]),
        ];
        var found = await NearestAsync(incident, alike, SimilarReachMetres, 200, ask, cancellationToken);
        return Show(found.Where(near => near.Feature.Id != incident.Id).OrderBy(near => Unlikeness(near, reported)).Take(limit), ask.AsOf);
    }

    private static double Unlikeness(NearFeature near, DateTimeOffset reported) =>
        (near.Metres / SimilarReachMetres) + (((DateTimeOffset)near.Feature["occurred_at"]! - reported).Duration() / _similarReach);

    private async Task<IReadOnlyList<NearFeature>> NearestAsync(
        IncidentDetail incident, IReadOnlyList<FieldTest> where, double radiusMetres, int count,
        (Audience Audience, DateTimeOffset? AsOf) ask, CancellationToken cancellationToken) => incident.Position is { } at
        ? await NearestAsync(new LonLat(at.Lon, at.Lat), where, radiusMetres, count, ask, cancellationToken)
        : [];

    private async Task<IReadOnlyList<NearFeature>> NearestAsync(
        LonLat place, IReadOnlyList<FieldTest> where, double radiusMetres, int count,
        (Audience Audience, DateTimeOffset? AsOf) ask, CancellationToken cancellationToken)
    {
        var query = new FeatureQuery(IncidentLayer.Id) { Where = where, Audience = ask.Audience };
        var snapshot = ask.AsOf is null ? (await live.FindAsync(IncidentFilter.Layer, cancellationToken))?.Snapshot : null;
        if (snapshot is null)
        {
            var page = await store.Features.QueryAsync(
                query with { Within = Around(place, radiusMetres), AsOf = ask.AsOf, Limit = MostOfThePast }, cancellationToken);
            snapshot = LiveIndex.Build(IncidentLayer.Incidents, page.Features, page.Sequence).Current;
        }

        return snapshot.Nearest(place, count, query, radiusMetres);
    }

    private NearPage Show(IEnumerable<NearFeature> found, DateTimeOffset? asOf)
    {
        var moment = asOf ?? time.GetUtcNow();
        return new([.. found.Select(near => new NearItem(views.Item(near.Feature, null, moment), Math.Round(near.Metres, 1)))]);
    }

    // A little larger than the circle; near the poles the whole round.
    private static Bounds Around(LonLat place, double metres)
    {
        var north = metres / 110_000;
        var east = Math.Min(180, north / Math.Max(0.01, Math.Cos(place.Lat * Math.PI / 180)));
        var (west, right) = (place.Lon - east, place.Lon + east);
        return new(
            west < -180 ? west + 360 : west, Math.Max(-90, place.Lat - north), right > 180 ? right - 360 : right, Math.Min(90, place.Lat + north));
    }
}
