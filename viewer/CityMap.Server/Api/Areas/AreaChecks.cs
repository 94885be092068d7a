using CityMap.Geo.Areas.Editions;
using CityMap.Grains.Geography;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Areas;

/// <summary>Compares and checks editions. Both take seconds for a province, so an answer is kept until an edition changes, and made once at a time.</summary>
internal sealed class AreaChecks(CityGeography geography)
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<string, object> _kept = new(StringComparer.Ordinal);
    private object? _of;

    /// <summary>Every edition, the oldest first.</summary>
    public IReadOnlyList<AreaEdition> Editions => AreaEdition.Of(geography.Districts.Areas);

    /// <summary>An edition by its name.</summary>
    /// <exception cref="ProblemException">There is none of that name.</exception>
    public AreaEdition Find(string id, string field)
    {
        var editions = Editions;
        return editions.FirstOrDefault(e => e.Id == id) ?? throw new ProblemException(
            new Problem("not_found", $"There is no edition {Texts.Shown(id)}.") { Field = field, Allowed = [.. editions.Select(e => e.Id)] });
    }

    /// <summary>What changed between two editions.</summary>
    public async Task<EditionDifference> CompareAsync(AreaEdition from, AreaEdition to, CancellationToken cancellationToken) =>
        (EditionDifference)await OnceAsync($"{from.Id}/{to.Id}", () => EditionComparison.Compare(from, to, cancellationToken), cancellationToken);

    /// <summary>The faults of an edition as a division of the land.</summary>
    public async Task<IReadOnlyList<CoverageProblem>> CheckAsync(AreaEdition edition, CancellationToken cancellationToken) =>
        (IReadOnlyList<CoverageProblem>)await OnceAsync(edition.Id, () => CoverageCheck.Find(edition.Areas, cancellationToken), cancellationToken);

    private async Task<object> OnceAsync(string key, Func<object> make, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var now = geography.Districts;
            if (!ReferenceEquals(now, _of)) _kept.Clear();
            _of = now;
            if (_kept.TryGetValue(key, out var kept)) return kept;
            return _kept[key] = await Task.Run(make, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }
}
