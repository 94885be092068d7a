using System.Runtime.CompilerServices;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Shapefile;

/// <summary>One reading of one Shapefile: shapes and rows side by side, since only their order joins them.</summary>
/// <param name="parts">Its files.</param>
/// <param name="source">Where it came from; its fraction is told as <c>done(position / length)</c>.</param>
/// <param name="layer">The layer its rows belong to; null when there is no other.</param>
/// <param name="done">Told how much of the shapes was read, 0 to 1.</param>
internal sealed class ShapefileReading(ShapefileParts parts, Source source, string? layer, Action<double> done)
{
    private static readonly Dictionary<string, object?> NoValues = [];

    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(parts.Shp, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, useAsync: true);
        var header = await ShpHeader.ReadAsync(stream, cancellationToken);
        await using var table = parts.Dbf is null ? null : await DbfTable.OpenAsync(parts.Dbf, source.Options.Encoding, parts.CodePage, cancellationToken);
        var placement = new Placement(await FindCrsAsync(stream, header, cancellationToken));
        source.Crs = placement.Crs;
        source.How = $"Shapefile, {header.Type}{(table is null ? "" : $", {table.Text.Encoding.WebName} ({table.Text.How})")}";
        foreach (var remark in Remarks(header, table, placement.Crs)) yield return remark;
        var rows = 0L;
        await foreach (var record in ShpRecords.ReadAsync(stream, header, cancellationToken))
        {
            if ((record.Number & 0xFF) == 1) done((double)stream.Position / stream.Length);
            if (!record.IsEnd && table is not null && rows++ >= table.Count)
            {
                yield return Remark(record.Number, Gravity.Bad, "", $"The shape has no row in the attribute table, which holds {table.Count:N0}.");
                continue;
            }

            var values = table is null || record.IsEnd ? NoValues : await table.ReadAsync(cancellationToken);
            if (values is null) continue;
            yield return Item(record, values, placement);
        }

        if (table is not null && rows < table.Count) yield return Remark(rows + 1, Gravity.Warning, "", $"The attribute table has {table.Count - rows:N0} rows more than there are shapes; they are left out.");
    }

    private SourceItem Item(ShpRecord record, IReadOnlyDictionary<string, object?> values, Placement placement)
    {
        if (record.Problem is { } damaged) return Remark(record.Number, record.IsEnd ? Gravity.Fatal : Gravity.Bad, "geometry", damaged);
        if (record.Shape is { } shape && placement.Move(shape) is { } problem) return Remark(record.Number, Gravity.Bad, "geometry", problem);
        return new SourceRow(record.Number, IdOf(values), record.Shape, values) { Layer = layer };
    }

    private string? IdOf(IReadOnlyDictionary<string, object?> values)
    {
        if (source.Options.Id is not { } name) return null;
        var field = values.Keys.FirstOrDefault(key => key.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new SourceRefusal("import_failed", $"There is no attribute \"{name}\"; there are: {string.Join(", ", values.Keys)}.");
        return Convert.ToString(values[field], System.Globalization.CultureInfo.InvariantCulture);
    }

    private IEnumerable<SourceRemark> Remarks(ShpHeader header, DbfTable? table, Crs crs)
    {
        if (table is null) yield return Remark(1, Gravity.Warning, "", "The attribute table (.dbf) is missing: there are only shapes.");
        if (table?.Text.Doubt is { } doubt) yield return Remark(1, Gravity.Warning, "", doubt);
        if (header.Type is ShapeType.PointM or ShapeType.PolyLineM or ShapeType.PolygonM or ShapeType.MultiPointM) yield return Remark(1, Gravity.Warning, "geometry", "The measures (M) of the positions are not kept.");
        if (source.Options.Crs is not null && parts.Projection is { } wkt && CrsWkt.Find(wkt, out _) is { } said && said.Code != crs.Code)
        {
            yield return Remark(1, Gravity.Warning, "geometry", $"The .prj says {said}; the coordinates are read in {crs}, as stated.");
        }
    }

    private async Task<Crs> FindCrsAsync(Stream stream, ShpHeader header, CancellationToken cancellationToken)
    {
        if (source.Options.Crs is { } stated) return stated;
        if (parts.Projection is { } wkt) return CrsWkt.Find(wkt, out var reason) ?? throw CrsQuestion.Unknown($"The .prj of {parts.Name} does not help: {reason}");
        Coordinate? first = null;
        await foreach (var record in ShpRecords.ReadAsync(stream, header, cancellationToken))
        {
            if ((first = record.Shape?.Coordinate) is not null) break;
        }

        stream.Position = ShpHeader.Size;
        // Without a single position it does not matter.
        return first is null ? CrsCatalogue.Wgs84 : throw CrsQuestion.Ask(first, header.Extent, $"The .prj of {parts.Name} is missing.");
    }

    private SourceRemark Remark(long line, Gravity gravity, string field, string reason) => new(line, gravity, field, reason) { Layer = layer };
}
