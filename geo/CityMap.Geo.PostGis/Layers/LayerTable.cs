using CityMap.Geo.Layers;
using Npgsql;
using NpgsqlTypes;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>One layer's tables: their names and the pieces of SQL every statement about them is made of.</summary>
internal sealed class LayerTable
{
    /// <summary>Puts the names together once.</summary>
    public LayerTable(LayerInfo layer)
    {
        Layer = layer;
        var name = Names.Table(layer.Id);
        Current = $"citymap.{name}";
        History = $"citymap_history.{name}";
        Static = $"citymap_static.{name}";
        Stage = $"citymap_static.{Names.Beside(layer.Id, "stage")}";
        Before = Names.Beside(layer.Id, "before");
        Fields = [.. layer.Fields.Select(f => Names.Column(f.Name))];
        ColumnList = string.Join(", ", ["id", "geom", .. Fields]);
        var types = new[] { "text", "bytea" }.Concat(layer.Fields.Select(f => Columns.SqlType(f.Type))).Select((t, i) => $"${i + 1}::{t}[]");
        var values = string.Join(", ", ["u.id", "u.geom::geometry", .. Fields.Select(f => $"u.{f}")]);
        Given = $"unnest({string.Join(", ", types)}) u({ColumnList})";
        GivenValues = values;
        Insert = $"INSERT INTO {Current} ({ColumnList}) SELECT {values} FROM {Given}";
        Upsert = $"{Insert} ON CONFLICT (id) DO UPDATE SET {string.Join(", ", new[] { "geom" }.Concat(Fields).Select(f => $"{f} = EXCLUDED.{f}"))}";
    }

    /// <summary>What the catalogue says.</summary>
    public LayerInfo Layer { get; }

    /// <summary>What can be seen now: a table for a live layer, a view for a static one.</summary>
    public string Current { get; }

    /// <summary>
    /// Every version of the features of a live layer; a feature that is gone has a last version of no length. Of a static layer only the earlier versions of
    /// what was edited one by one; where there was no feature, one of no length, which shows nothing and hides what came later.
    /// </summary>
    public string History { get; }

    /// <summary>Every generation of the features of a static layer.</summary>
    public string Static { get; }

    /// <summary>Where the rows of an import into a static layer that holds nothing wait.</summary>
    public string Stage { get; }

    /// <summary>What <see cref="Static"/> is called, without its schema, while <see cref="Stage"/> takes its place.</summary>
    public string Before { get; }

    /// <summary>The quoted names of the fields.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>id, geom and the fields.</summary>
    public string ColumnList { get; }

    /// <summary>A source of features given by <see cref="Parameters"/>, called u.</summary>
    public string Given { get; }

    /// <summary>The columns of <see cref="Given"/>, in the order of <see cref="ColumnList"/>.</summary>
    public string GivenValues { get; }

    /// <summary>The statement that adds features given by <see cref="Parameters"/>, none of which may be there.</summary>
    public string Insert { get; }

    /// <summary>The statement that puts features given by <see cref="Parameters"/> in the place of those with the same ids.</summary>
    public string Upsert { get; }

    /// <summary>The columns of features as parameters, in the order of <see cref="ColumnList"/>.</summary>
    public IEnumerable<NpgsqlParameter> Parameters(IReadOnlyList<Feature> features)
    {
        yield return Columns.Array(NpgsqlDbType.Text, features.Select(f => f.Id).ToArray());
        yield return Columns.Array(NpgsqlDbType.Bytea, features.Select(f => f.Geometry is { } g ? Ewkb.Write(Layer.Geometry, g) : null).ToArray());
        foreach (var field in Layer.Fields) yield return Columns.Array(field.Type, field.Name, features);
    }

    /// <summary>Reads a feature from a row that begins with <see cref="ColumnList"/> at a column.</summary>
    public Feature Read(NpgsqlDataReader reader, int start)
    {
        var attributes = new Dictionary<string, object?>(Layer.Fields.Count, StringComparer.Ordinal);
        for (var i = 0; i < Layer.Fields.Count; i++)
        {
            if (Columns.Read(reader, start + 2 + i, Layer.Fields[i].Type) is { } value) attributes[Layer.Fields[i].Name] = value;
        }

        var geometry = reader.IsDBNull(start + 1)
            ? null : Ewkb.Read(Layer.Geometry, reader.GetFieldValue<NetTopologySuite.Geometries.Geometry>(start + 1));
        return new(reader.GetString(start), geometry, attributes);
    }
}
