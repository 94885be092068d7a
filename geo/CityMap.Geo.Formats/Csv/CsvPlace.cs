using System.Globalization;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CityMap.Geo.Formats.Csv;

/// <summary>
/// Where a row lies: from two columns, or from one of well-known text (OGC 06-103r4 §7, and PostGIS's <c>SRID=…;</c> before it). Columns called
/// longitude and latitude say by their names that they are WGS 84; x and y, and well-known text, say nothing, and then nothing is guessed.
/// </summary>
/// <param name="columns">The columns of the file.</param>
/// <param name="stated">The system of the coordinates; null when nobody stated one.</param>
internal sealed class CsvPlace(CsvColumns columns, Crs? stated)
{
    private const string NoSystem = "Nothing says in which coordinate system these coordinates are: state it with crs.";

    private readonly Placement? placement = stated is not null ? new(stated) : columns.SaysDegrees ? new(CrsCatalogue.Wgs84) : null;

    private readonly WKTReader shapes = new(new NtsGeometryServices(Placement.Factory.PrecisionModel, Placement.Factory.SRID));

    /// <summary>Reads the place of a row.</summary>
    /// <param name="texts">The texts of its columns.</param>
    /// <param name="line">The row's line.</param>
    /// <param name="geometry">The place; null when the row has none.</param>
    /// <returns>What is wrong; null when nothing is.</returns>
    public SourceRemark? Read(IReadOnlyList<string> texts, long line, out Geometry? geometry)
    {
        geometry = null;
        if (columns is { Longitude: { } x, Latitude: { } y }) return Point(texts[x].Trim(), texts[y].Trim(), (x, y), line, ref geometry);
        return columns.Wkt is { } wkt ? Shape(texts[wkt].Trim(), wkt, line, ref geometry) : null;
    }

    private SourceRemark? Point(string lonText, string latText, (int X, int Y) column, long line, ref Geometry? geometry)
    {
        if (lonText.Length == 0 && latText.Length == 0) return null;
        var (across, up) = stated is { IsGeographic: false } ? ("an easting in metres", "a northing in metres") : ("a longitude in degrees", "a latitude in degrees");
        if (!TryNumber(lonText, out var lon)) return Bad(line, column.X, $"\"{lonText}\" is not {across}.");
        if (!TryNumber(latText, out var lat)) return Bad(line, column.Y, $"\"{latText}\" is not {up}.");
        if (placement is null) return Bad(line, column.X, NoSystem) with { Unplaced = new(lon, lat) };
        if (stated is null && CoordinateProblem.Find(lon, lat) is { } problem)
        {
            return Bad(line, problem.Field == "lon" ? column.X : column.Y, problem.Reason) with { Unplaced = CrsCandidates.LooksProjected(lon, lat) ? new(lon, lat) : null };
        }

        if (placement.Move(lon, lat, out var east, out var north) is { } wrong) return Bad(line, column.X, wrong);
        geometry = Placement.Factory.CreatePoint(new Coordinate(east, north));
        return null;
    }

    private SourceRemark? Shape(string text, int column, long line, ref Geometry? geometry)
    {
        if (text.Length == 0) return null;
        try
        {
            var own = SystemOf(ref text);
            Nesting.CheckText(text);
            var shape = shapes.Read(text);
            if (shape.IsEmpty) return null;
            var mover = stated is not null ? placement : own is not null ? new Placement(own) : null;
            if (mover is null) return Bad(line, column, NoSystem) with { Unplaced = shape.Coordinate.Copy() };
            if (mover.Move(shape) is { } wrong) return Bad(line, column, wrong);
            geometry = shape;
            return null;
        }
        catch (Exception error) when (error is ParseException or ArgumentException or FormatException)
        {
            return Bad(line, column, $"This is not well-known text of a geometry: {error.Message}");
        }
    }

    // PostGIS writes SRID=4326; before the text.
    private static Crs? SystemOf(ref string text)
    {
        if (!text.StartsWith("SRID=", StringComparison.OrdinalIgnoreCase)) return null;
        var end = text.IndexOf(';', StringComparison.Ordinal);
        var code = end < 0 ? "" : text[5..end];
        var crs = CrsName.Find(code) ?? throw new FormatException($"the system SRID={code} is not known here.");
        text = text[(end + 1)..];
        return crs;
    }

    // A decimal comma can stand only where the comma does not part columns; there it is unambiguous.
    private static bool TryNumber(string text, out double value) =>
        double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private SourceRemark Bad(long line, int column, string reason) => new(line, Gravity.Bad, columns.Names[column], reason);
}
