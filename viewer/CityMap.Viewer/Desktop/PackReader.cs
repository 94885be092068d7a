using System.Globalization;
using System.Text.Json;
using CityMap.Geo.Formats.GeoPackage;
using CityMap.Geo.Layers;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CityMap.Viewer.Desktop;

/// <summary>Reads a pack.</summary>
internal static class PackReader
{
    // Lengths of the envelope in the header, by its code (clause 2.1.3).
    private static readonly int[] _envelopes = [0, 32, 48, 48, 64];

    /// <summary>The whole file.</summary>
    /// <exception cref="InvalidDataException">It is no pack, or damaged.</exception>
    public static OfflinePack Read(string path)
    {
        try
        {
            using var file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            file.Open();
            var about = Rows(file, "SELECT saved_at, sequence FROM pack", r => (DateTimeOffset.Parse(r.GetString(0), CultureInfo.InvariantCulture), r.GetInt64(1)));
            var layers = Rows(file, "SELECT table_name, identifier FROM gpkg_contents WHERE data_type = 'features' ORDER BY rowid", r => (Name: r.GetString(0), Title: r.GetString(1)));
            return new(about[0].Item1, about[0].Item2, [.. layers.Select(l => (l.Name, Bare(l.Title, l.Name), (IReadOnlyList<Feature>)Features(file, l.Name)))]);
        }
        catch (Exception damaged) when (damaged is SqliteException or FormatException or JsonException or ParseException or ArgumentException or InvalidOperationException or InvalidCastException)
        {
            throw new InvalidDataException($"The offline map {Path.GetFileName(path)} is damaged or no offline map: {damaged.Message}", damaged);
        }
    }

    private static string Bare(string title, string name) => title.EndsWith($" ({name})", StringComparison.Ordinal) ? title[..^(name.Length + 3)] : title;

    private static List<Feature> Features(SqliteConnection file, string table)
    {
        var reader = new WKBReader();
        return Rows(
            file,
            $"SELECT id, properties, geom FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\" ORDER BY fid",
            r => new Feature(r.GetString(0), r.IsDBNull(2) ? null : Shape(reader, (byte[])r.GetValue(2)), Values(JsonElement.Parse(r.GetString(1)))));
    }

    private static Geometry Shape(WKBReader reader, byte[] blob)
    {
        if (blob.Length < 8 || blob[0] != 'G' || blob[1] != 'P' || ((blob[3] >> 1) & 7) >= _envelopes.Length) throw new FormatException("a geometry has no GeoPackage header.");
        var shape = blob[Math.Min(blob.Length, 8 + _envelopes[(blob[3] >> 1) & 7])..];
        WkbWalk.Check(shape);
        return reader.Read(shape);
    }

    /// <summary>The members of an object as values of a feature.</summary>
    public static Dictionary<string, object?> Values(JsonElement json)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            values[member.Name] = member.Value.ValueKind switch
            {
                JsonValueKind.String => member.Value.GetString(),
                JsonValueKind.Number => member.Value.TryGetInt64(out var whole) ? (object)whole : member.Value.GetDouble(),
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => null,
            };
        }

        return values;
    }

    private static List<T> Rows<T>(SqliteConnection file, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = file.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var all = new List<T>();
        while (rows.Read()) all.Add(read(rows));
        return all;
    }
}
