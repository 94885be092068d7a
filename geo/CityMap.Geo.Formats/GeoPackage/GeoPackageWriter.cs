using System.Globalization;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Formats.Exports;
using CityMap.Geo.Layers;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CityMap.Geo.Formats.GeoPackage;

/// <summary>
/// Writes one layer as an OGC GeoPackage 1.3 (12-128r17) with its R-tree, feature by feature. Lines and areas stand as their "multi" kind, which is the
/// one kind a table can declare for both.
/// </summary>
public sealed class GeoPackageWriter : IDisposable
{
    private readonly GeoPackageGeoWriter _blobs = new() { HandleOrdinates = Ordinates.XY };
    private readonly SqliteConnection _file;
    private readonly SqliteTransaction _whole;
    private readonly SqliteCommand _row;
    private readonly SqliteCommand _box;
    private readonly LayerInfo _layer;
    private readonly GeoPackageSchema _schema;
    private readonly Crs _crs;
    private readonly Envelope _extent = new();
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);

    /// <summary>Begins a new file.</summary>
    /// <param name="path">A file that does not exist.</param>
    /// <param name="layer">The layer; its id becomes the name of the table.</param>
    /// <param name="crs">The system of the coordinates.</param>
    /// <param name="now">When, for the table of contents.</param>
    public GeoPackageWriter(string path, LayerInfo layer, Crs crs, DateTimeOffset now)
    {
        (_layer, _crs, _schema) = (layer, crs, new(layer, crs, now));
        _file = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _file.Open();
        // Nobody else sees the file before it is whole, and one that is not is thrown away.
        Run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000");
        _whole = _file.BeginTransaction();
        Run(_schema.Begin);
        (_row, _box) = (Prepare(_schema.Insert, layer.Fields.Count + 3), Prepare(_schema.InsertBox, 5));
    }

    /// <summary>How many features were written.</summary>
    public long Count { get; private set; }

    /// <summary>Writes one feature.</summary>
    /// <exception cref="ExportException">It lies where the system is not used.</exception>
    public void Write(Feature feature)
    {
        Count++;
        var shape = feature.Geometry is { IsEmpty: false } ground ? Placed(ground, feature.Id) : null;
        _row.Parameters[0].Value = Count;
        _row.Parameters[1].Value = shape is null ? DBNull.Value : _blobs.Write(shape);
        _row.Parameters[2].Value = feature.Id;
        for (var i = 0; i < _layer.Fields.Count; i++) _row.Parameters[i + 3].Value = Value(feature[_layer.Fields[i].Name]);
        _row.ExecuteNonQuery();
        if (shape is null) return;
        var box = shape.EnvelopeInternal;
        _extent.ExpandToInclude(box);
        _box.Parameters[0].Value = Count;
        (_box.Parameters[1].Value, _box.Parameters[2].Value) = (box.MinX, box.MaxX);
        (_box.Parameters[3].Value, _box.Parameters[4].Value) = (box.MinY, box.MaxY);
        _box.ExecuteNonQuery();
    }

    /// <summary>Ends the file: only then can it be read.</summary>
    public void Finish()
    {
        Run(_schema.End(_types.Count == 1 ? _types.Single() : "GEOMETRY", _extent));
        _whole.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _row.Dispose();
        _box.Dispose();
        _whole.Dispose();
        _file.Dispose();
    }

    private Geometry Placed(Geometry ground, string id)
    {
        var shape = ExportShapes.In(_crs, ground, id) switch
        {
            LineString line => line.Factory.CreateMultiLineString([line]),
            Polygon area => area.Factory.CreateMultiPolygon([area]),
            var other => other,
        };
        _types.Add(shape.GeometryType.ToUpperInvariant());
        if (shape.SRID != _crs.Code)
        {
            shape = ReferenceEquals(shape, ground) ? shape.Copy() : shape;
            shape.SRID = _crs.Code;
        }

        return shape;
    }

    private static object Value(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        bool truth => truth ? 1L : 0L,
        _ => value,
    };

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = _file.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _whole;
        for (var i = 0; i < parameters; i++) command.Parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"${i}") });
        return command;
    }

    private void Run(string sql)
    {
        using var command = _file.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _whole;
        command.ExecuteNonQuery();
    }
}
