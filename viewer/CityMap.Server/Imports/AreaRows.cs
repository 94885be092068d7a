using CityMap.Grains.Geography;

namespace CityMap.Server.Imports;

/// <summary>
/// Looks at what goes to the layer of districts. That is read as areas of editions: a row without an edition or a day would be an edition without a name
/// that has been in force since the year 1.
/// </summary>
internal static class AreaRows
{
    /// <summary>The first row that is no area; null when all are, or none goes there.</summary>
    public static ImportRemark? FindProblem(ImportScan scan, IReadOnlyList<ImportTarget> targets, CancellationToken cancellationToken)
    {
        if (targets.FirstOrDefault(target => target.Layer.Id == CityGeography.DistrictsLayer)?.Scan is not { } layer) return null;
        foreach (var row in scan.Rows.Rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (scan.Of(row) != layer || scan.Refused(row)) continue;
            if (AreaFeature.FindProblem(layer.Plan.ToFeature(row)) is var (field, reason)) return new(row.Line, field, reason) { Layer = layer.Name };
        }

        return null;
    }

    /// <summary>What is said of a file with such a row.</summary>
    public static ImportFailure Refuse(ImportScan scan) => new(
        "import_failed",
        $"The layer {CityGeography.DistrictsLayer} holds the areas of editions, and the file holds something else, so nothing was stored. Bring areas as an edition: POST /api/areas/editions takes its name and its days from the request.",
        scan.Good - 1, scan.Bad + 1);
}
