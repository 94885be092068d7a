using System.Buffers.Binary;
using System.Text;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Esri;
using NetTopologySuite.IO.Esri.Dbf.Fields;
using NetTopologySuite.IO.Esri.Shapefiles.Writers;

namespace CityMap.Geo.Formats.Exports.Shapefiles;

/// <summary>One Shapefile that is being written: shapes of one kind, UTF-8, with <c>.prj</c> and <c>.cpg</c>.</summary>
internal sealed class ShapefilePart : IDisposable
{
    /// <summary>Lengths are written in 31 bits (ESRI's paper of 1998 and dBASE): some programs stop at 2 GiB.</summary>
    private const long MostBytes = int.MaxValue;

    private const int HeaderWords = 50;
    private const int LengthOffset = 24;

    private readonly string _path;
    private readonly bool _multiPoints;
    private readonly DbfField[] _columns;
    private readonly ShapefileWriter _writer;
    private readonly Geometry _nothing;
    private long _bytes;
    private bool _ended;

    /// <summary>Begins one.</summary>
    /// <param name="path">The <c>.shp</c>.</param>
    /// <param name="kind">What shapes it holds.</param>
    /// <param name="multiPoints">True when a point may be several.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="crs">The system of its coordinates.</param>
    public ShapefilePart(string path, GeometryKind kind, bool multiPoints, DbfField[] columns, Crs crs)
    {
        (_path, Kind, _multiPoints, _columns) = (path, kind, multiPoints, columns);
        var (type, nothing) = kind switch
        {
            GeometryKind.Line => (ShapeType.PolyLine, (Geometry)MultiLineString.Empty),
            GeometryKind.Polygon => (ShapeType.Polygon, MultiPolygon.Empty),
            _ when multiPoints => (ShapeType.MultiPoint, MultiPoint.Empty),
            _ => (ShapeType.Point, Point.Empty),
        };
        _nothing = nothing;
        _writer = NetTopologySuite.IO.Esri.Shapefile.OpenWrite(path, new ShapefileWriterOptions(type, columns) { Encoding = new UTF8Encoding(false), Projection = CrsText.Esri(crs) });
    }

    /// <summary>What shapes it holds.</summary>
    public GeometryKind Kind { get; }

    /// <summary>How many features were written.</summary>
    public long Count { get; private set; }

    /// <summary>Writes a feature whose values stand in the columns.</summary>
    /// <param name="fill">Puts the values into the columns.</param>
    /// <param name="shape">Its shape, of this kind and in this system; null when it has no place.</param>
    /// <exception cref="ExportException">The file would become too large.</exception>
    public void Write(Action<IReadOnlyList<DbfField>> fill, Geometry? shape)
    {
        fill(_columns);
        _bytes += 64 + ((shape?.NumPoints ?? 0) * 16L) + ((shape?.NumGeometries ?? 0) * 4L);
        if (_bytes > MostBytes || (Count + 1) * _columns.Sum(column => column.Length + 1L) > MostBytes)
            throw new ExportException("format", "A Shapefile holds at most 2 GiB: narrow the layer down, or take a GeoPackage (gpkg).");
        _writer.Geometry = shape is null ? _nothing : Multiple(shape);
        _writer.Write();
        Count++;
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        if (_ended) return;
        _ended = true;
        _writer.Dispose();
        // The library counts the header only when a record follows.
        if (Count == 0) foreach (var file in new[] { _path, Path.ChangeExtension(_path, ".shx") }) SetLength(file);
    }

    private Geometry Multiple(Geometry shape) => shape switch
    {
        Point point when _multiPoints => point.Factory.CreateMultiPoint([point]),
        MultiPoint several when !_multiPoints => several.GetGeometryN(0),
        LineString line => line.Factory.CreateMultiLineString([line]),
        Polygon area => area.Factory.CreateMultiPolygon([area]),
        _ => shape,
    };

    private static void SetLength(string path)
    {
        Span<byte> words = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(words, HeaderWords);
        using var file = File.OpenWrite(path);
        file.Position = LengthOffset;
        file.Write(words);
    }
}
