using CityMap.Geo.Layers;

namespace CityMap.Server.Api.Incidents.Export;

/// <summary>What is written down: every incident that matches, in the order asked for, all as of one moment.</summary>
/// <param name="Incidents">The incidents.</param>
/// <param name="Context">Language and moment.</param>
internal sealed record ExportJob(IAsyncEnumerable<Feature> Incidents, ExportContext Context)
{
    /// <summary>After so many, what was written is sent on: between two of them it stays in memory.</summary>
    public const int Part = 500;

    /// <summary>The headings.</summary>
    public object?[] Headings() => [.. ExportColumns.All.Select(column => Context.In(column.Title))];

    /// <summary>The cells of one incident.</summary>
    public object?[] Cells(Feature incident) => [.. ExportColumns.All.Select(column => column.Value(incident, Context))];
}
