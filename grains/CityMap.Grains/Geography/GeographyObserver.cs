using CityMap.Grains.Journal;
using Microsoft.Extensions.Logging;

namespace CityMap.Grains.Geography;

/// <summary>Has the areas and streets read again when the journal tells of an import of their layers or of an edit in them, on whichever node it was.</summary>
internal sealed class GeographyObserver(CityGeography geography, ILogger<CityGeography> log) : IJournalObserver
{
    /// <inheritdoc/>
    public void Read(Followed stretch)
    {
        if (stretch.Entries.Any(e => e.Stream is $"layer/{CityGeography.DistrictsLayer}" or $"layer/{CityGeography.StreetsLayer}"
            || e.Stream.StartsWith($"feature/{CityGeography.StreetsLayer}/", StringComparison.Ordinal))) _ = RefreshAsync();
    }

    private async Task RefreshAsync()
    {
        try
        {
            await geography.RefreshAsync(CancellationToken.None);
        }
        catch (Exception e)
        {
            log.GeographyFailed(e);
        }
    }
}
