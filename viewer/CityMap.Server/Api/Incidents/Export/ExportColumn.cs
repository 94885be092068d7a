using CityMap.Geo.Layers;

namespace CityMap.Server.Api.Incidents.Export;

/// <summary>One column of a table of incidents.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Width">In characters.</param>
/// <param name="Value">The cell: text, a number, a time on the wall clock of the city, or null.</param>
internal sealed record ExportColumn(LocalText Title, int Width, Func<Feature, ExportContext, object?> Value);

/// <summary>What a cell depends on besides the incident.</summary>
/// <param name="Vietnamese">True for Vietnamese words, false for English.</param>
/// <param name="Moment">The moment that is shown.</param>
/// <param name="DistrictName">The name of a district.</param>
internal sealed record ExportContext(bool Vietnamese, DateTimeOffset Moment, Func<string, string> DistrictName)
{
    /// <summary>The text in the language asked for.</summary>
    public string In(LocalText text) => Vietnamese ? text.Vi : text.En;
}
