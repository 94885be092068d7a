using System.Globalization;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.GeoPackage;

/// <summary>One reading of one feature table, row by row in the order of its key.</summary>
internal sealed class GeoPackageReading : IDisposable
{
    /// <summary>So many rows are looked at to ask for a coordinate system.</summary>
    private const int Sample = 1000;

    private readonly GeoPackageBlob blobs = new();
    private readonly GeoPackageTable table;
    private readonly Placement placement;
    private readonly SqliteCommand command;
    private readonly SqliteDataReader rows;
    private readonly string[] names;
    private readonly int key;
    private readonly int geometry;
    private readonly int id;
    private long number;

    public GeoPackageReading(SqliteConnection connection, GeoPackageTable table, Source source)
    {
        this.table = table;
        placement = new(source.Options.Crs ?? table.FindCrs() ?? Ask(connection, table) ?? CrsCatalogue.Wgs84);
        source.Crs = placement.Crs;
        command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table.Quoted}{(table.KeyColumn is { } by ? $" ORDER BY {GeoPackageTable.Quote(by)}" : "")}";
        rows = command.ExecuteReader();
        names = [.. Enumerable.Range(0, rows.FieldCount).Select(rows.GetName)];
        geometry = Find(table.GeometryColumn);
        key = table.KeyColumn is { } column ? Find(column) : -1;
        id = source.Options.Id is { } stated ? Find(stated) : key;
        if (source.Options.Id is not null && id < 0) throw new SourceRefusal("import_failed", $"The table {table.Name} has no column \"{source.Options.Id}\"; it has: {string.Join(", ", names)}.");
    }

    /// <summary>The next row or remark; null at the end.</summary>
    public SourceItem? Next()
    {
        if (!rows.Read()) return null;
        number++;
        try
        {
            var shape = rows.IsDBNull(geometry) ? null : blobs.Read((byte[])rows.GetValue(geometry));
            if (shape is not null && placement.Move(shape) is { } problem) return Bad(problem);
            var row = new SourceRow(number, id < 0 || rows.IsDBNull(id) ? null : Convert.ToString(rows.GetValue(id), CultureInfo.InvariantCulture), shape, Values()) { Layer = table.Name };
            return row;
        }
        catch (FormatException wrong)
        {
            return Bad(wrong.Message);
        }
    }

    public void Dispose()
    {
        rows.Dispose();
        command.Dispose();
    }

    private SourceRemark Bad(string reason) => new(number, Gravity.Bad, table.GeometryColumn, reason) { Layer = table.Name };

    private int Find(string name) => Array.FindIndex(names, other => other.Equals(name, StringComparison.OrdinalIgnoreCase));

    private Dictionary<string, object?> Values()
    {
        var values = new Dictionary<string, object?>(names.Length, StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            if (i == geometry || i == key) continue;
            values[names[i]] = rows.GetValue(i) switch
            {
                DBNull => null,
                long whole => Truth(i) ? whole != 0 : whole,
                double real => double.IsFinite(real) ? real : null,
                byte[] bytes => $"{bytes.Length} bytes",
                string text => text.Length == 0 ? null : text,
                var other => Convert.ToString(other, CultureInfo.InvariantCulture),
            };
        }

        return values;
    }

    private bool Truth(int column) => rows.GetDataTypeName(column).Equals("BOOLEAN", StringComparison.OrdinalIgnoreCase);

    // Null when no row has a place: then it does not matter.
    private Crs? Ask(SqliteConnection connection, GeoPackageTable asked)
    {
        using var look = connection.CreateCommand();
        look.CommandText = $"SELECT {GeoPackageTable.Quote(asked.GeometryColumn)} FROM {asked.Quoted} WHERE {GeoPackageTable.Quote(asked.GeometryColumn)} IS NOT NULL LIMIT {Sample}";
        using var some = look.ExecuteReader();
        var (first, extent) = (default(Coordinate), new Envelope());
        while (some.Read())
        {
            try
            {
                if (blobs.Read((byte[])some.GetValue(0)) is not { } shape) continue;
                first ??= shape.Coordinate;
                extent.ExpandToInclude(shape.EnvelopeInternal);
            }
            catch (FormatException)
            {
                // The reading itself will name it.
            }
        }

        return first is null ? null : throw CrsQuestion.Ask(first, extent, $"The table {asked.Name} says that its coordinate system is undefined.");
    }
}
