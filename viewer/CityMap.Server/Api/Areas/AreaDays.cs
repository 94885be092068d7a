using CityMap.Geo.Filtering.Cql2;
using CityMap.Geo.Layers;
using CityMap.Grains.Geography;

namespace CityMap.Server.Api.Areas;

/// <summary>Editions stand side by side in one layer; a map shows those areas that are in force on its day.</summary>
internal static class AreaDays
{
    // Vietnam keeps UTC+7 the whole year; a day begins there.
    private static readonly TimeSpan LocalOffset = TimeSpan.FromHours(7);

    /// <summary>The day of a moment.</summary>
    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(LocalOffset).DateTime);

    /// <summary>The filter for the areas in force on a day; null for a layer that has no editions.</summary>
    public static Cql2Expression? InForce(LayerInfo layer, DateOnly day)
    {
        var editions = layer.Id == CityGeography.DistrictsLayer
            && layer.Fields.Any(f => f is { Name: "valid_from", Type: FieldType.Text }) && layer.Fields.Any(f => f is { Name: "valid_to", Type: FieldType.Text });
        var text = EditionView.Day(day);
        return editions ? Cql2Filter.FromText($"(valid_from IS NULL OR valid_from <= '{text}') AND (valid_to IS NULL OR valid_to > '{text}')") : null;
    }
}
