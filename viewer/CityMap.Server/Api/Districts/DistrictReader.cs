using CityMap.Geo.Areas;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts.Districts;
using CityMap.Grains.Districts;
using CityMap.Grains.Geography;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Districts;

/// <summary>What there is to do in each district, now (from the carried figures) or as of a moment (counted by the store).</summary>
internal sealed class DistrictReader(
    IStore store, DistrictFigures figures, CityGeography geography, TimeProvider time)
{
    // Vietnam keeps UTC+7 the whole year; an area's first day begins there.
    private static readonly TimeSpan _localOffset = TimeSpan.FromHours(7);

    /// <summary>Every district that exists at the moment, or that still holds incidents.</summary>
    public async Task<DistrictPage> AllAsync(DateTimeOffset? asOf, Audience audience, CancellationToken cancellationToken)
    {
        var counts = asOf is { } moment
            ? await new PastFigures(store).CountAsync(moment, cancellationToken)
            : await figures.AllAsync(cancellationToken);
        var byId = counts.ToDictionary(count => count.AreaId, StringComparer.Ordinal);
        var day = DayOf(asOf ?? time.GetUtcNow());
        var sequence = counts.Count > 0 ? counts[0].Sequence : await store.Journal.HeadAsync(cancellationToken);
        return new(sequence,
        [
            .. geography.Districts.Areas
                .Where(area => audience.Sees(area.Id) && (area.InForce(day) || byId.GetValueOrDefault(area.Id) is { Open: > 0 }))
                .OrderBy(area => area.Id, StringComparer.Ordinal)
                .Select(area => DistrictViews.Item(area, byId.GetValueOrDefault(area.Id) ?? new DistrictCounts(area.Id, sequence))),
        ]);
    }

    /// <summary>One district.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public async Task<DistrictDetail> OneAsync(
        string id, DateTimeOffset? asOf, Audience audience, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var area = Find(id, audience);
        if (asOf is { } moment)
        {
            var then = await new PastFigures(store).CountAsync(moment, cancellationToken);
            var counts = then.FirstOrDefault(count => count.AreaId == id) ?? new DistrictCounts(id, then.Count > 0 ? then[0].Sequence : 0);
            return DistrictViews.Detail(area, counts, null);
        }

        var watch = await grains.GetGrain<IDistrictGrain>(id).WatchAsync(cancellationToken);
        return DistrictViews.Detail(area, await figures.OneAsync(id, cancellationToken), watch);
    }

    /// <summary>The districts that exist at a moment, by id.</summary>
    public IEnumerable<Area> InForce(DateTimeOffset moment, Audience audience) => geography.Districts.Areas
        .Where(area => audience.Sees(area.Id) && area.InForce(DayOf(moment))).OrderBy(area => area.Id, StringComparer.Ordinal);

    /// <summary>A district by its id.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public Area Find(string id, Audience audience) => audience.Sees(id) && geography.Districts.TryGet(id, out var area)
        ? area
        : throw new ProblemException("not_found", "id", $"There is no district {Texts.Shown(id)}.", "the id of a district, from /api/districts");

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(_localOffset).DateTime);
}
