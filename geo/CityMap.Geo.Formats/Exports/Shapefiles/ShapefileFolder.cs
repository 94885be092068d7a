using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Exports.Shapefiles;

/// <summary>
/// Writes a layer as Shapefiles into a folder: one, or one each for points, lines and areas when the layer holds several kinds, because a Shapefile holds one.
/// What the format could not keep stands in a text beside them.
/// </summary>
public sealed class ShapefileFolder : IDisposable
{
    private readonly LayerInfo _layer;
    private readonly Crs _crs;
    private readonly string _folder;
    private readonly DbfColumns _columns;
    private readonly IReadOnlyList<ShapefilePart> _parts;
    private long _torn;

    /// <summary>Begins in an empty folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="survey">What a first reading of the same features learned.</param>
    /// <param name="crs">The system of the coordinates.</param>
    public ShapefileFolder(string folder, LayerInfo layer, LayerSurvey survey, Crs crs)
    {
        (_folder, _layer, _crs, _columns) = (folder, layer, crs, new(survey));
        if (layer.Fields.Count > 254) throw new ExportException("format", "A Shapefile holds at most 255 columns: take a GeoPackage (gpkg).");
        var kinds = survey.Kinds.Count > 0 ? survey.Kinds : [layer.Geometry == GeometryKind.Any ? GeometryKind.Point : layer.Geometry];
        _parts = [.. kinds.Select(kind => new ShapefilePart(PathOf(kind, kinds.Count > 1), kind, kind == GeometryKind.Point && survey.HasMultiPoints, _columns.Make(), crs))];
    }

    /// <summary>Writes one feature; a collection of several kinds goes part by part to the file of its kind.</summary>
    /// <exception cref="ExportException">It lies where the system is not used, or a file would become too large.</exception>
    public void Write(Feature feature)
    {
        var shapes = feature.Geometry is { IsEmpty: false } ground ? ExportShapes.PartsOf(ExportShapes.In(_crs, ground, feature.Id)) : [];
        if (shapes.Count == 0) _parts[0].Write(columns => _columns.Fill(columns, feature), null);
        if (shapes.Count > 1) _torn++;
        foreach (var shape in shapes) Part(shape).Write(columns => _columns.Fill(columns, feature), shape);
    }

    /// <summary>Ends the files.</summary>
    /// <returns>Everything that belongs together, by its full path.</returns>
    public IReadOnlyList<string> Finish()
    {
        Dispose();
        var notes = ShapefileNotes.Of(_layer, _columns, _parts, _torn);
        if (notes.Length > 0) File.WriteAllText(Path.Combine(_folder, $"{_layer.Id}_notes.txt"), notes);
        return [.. Directory.EnumerateFiles(_folder).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var part in _parts) part.Dispose();
    }

    private ShapefilePart Part(Geometry shape) =>
        _parts.FirstOrDefault(part => part.Kind == ExportShapes.KindOf(shape)) ?? throw new ExportException("format", "The layer changed while it was written: ask again.");

    private string PathOf(GeometryKind kind, bool several)
    {
        var ending = !several ? "" : kind switch { GeometryKind.Point => "_points", GeometryKind.Line => "_lines", _ => "_areas" };
        return Path.Combine(_folder, $"{_layer.Id}{ending}.shp");
    }
}
