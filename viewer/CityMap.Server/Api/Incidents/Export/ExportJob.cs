using CityMap.Geo.Layers;

namespace CityMap.Server.Api.Incidents.Export;

/// <summary>What is written down: every incident that matches, in the order asked for.</summary>
/// <param name="Pages">The incidents.</param>
/// <param name="Context">Language and moment.</param>
internal sealed record ExportJob(IAsyncEnumerable<FeaturePage> Pages, ExportContext Context)
{
    /// <summary>The headings.</summary>
    public object?[] Headings() => [.. ExportColumns.All.Select(column => Context.In(column.Title))];

    /// <summary>The cells of one incident.</summary>
    public object?[] Cells(Feature incident) => [.. ExportColumns.All.Select(column => column.Value(incident, Context))];
}
