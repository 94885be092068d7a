using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using Npgsql;
using NpgsqlTypes;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>Between attribute values and columns: a type of PostgreSQL for each <see cref="FieldType"/>.</summary>
internal static class Columns
{
    private static readonly long _epoch = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    /// <summary>The column type; texts are ordered by bytes.</summary>
    public static string Definition(FieldType type) => type == FieldType.Text ? "text COLLATE \"C\"" : SqlType(type);

    /// <summary>The plain type.</summary>
    public static string SqlType(FieldType type) => type switch
    {
        FieldType.Text => "text",
        FieldType.Integer => "bigint",
        FieldType.Real => "double precision",
        FieldType.Boolean => "boolean",
        _ => "timestamptz",
    };

    /// <summary>The type as Npgsql names it.</summary>
    public static NpgsqlDbType DbType(FieldType type) => type switch
    {
        FieldType.Text => NpgsqlDbType.Text,
        FieldType.Integer => NpgsqlDbType.Bigint,
        FieldType.Real => NpgsqlDbType.Double,
        FieldType.Boolean => NpgsqlDbType.Boolean,
        _ => NpgsqlDbType.TimestampTz,
    };

    /// <summary>One field of many features as one array parameter.</summary>
    public static NpgsqlParameter Array(FieldType type, string field, IReadOnlyList<Feature> features) => type switch
    {
        FieldType.Text => Array(NpgsqlDbType.Text, Each(features, f => f[field] is string text ? text.Normalize() : null)),
        FieldType.Integer => Array(NpgsqlDbType.Bigint, Each(features, f => (long?)f[field])),
        FieldType.Real => Array(NpgsqlDbType.Double, Each(features, f => (double?)f[field])),
        FieldType.Boolean => Array(NpgsqlDbType.Boolean, Each(features, f => (bool?)f[field])),
        _ => Array(NpgsqlDbType.TimestampTz, Each(features, f => f[field] is DateTimeOffset at ? Microseconds(at) : (long?)null)),
    };

    /// <summary>An array parameter.</summary>
    public static NpgsqlParameter Array<T>(NpgsqlDbType type, T[] values) =>
        new NpgsqlParameter<T[]> { NpgsqlDbType = NpgsqlDbType.Array | type, TypedValue = values };

    /// <summary>A value as a parameter; texts are kept in NFC.</summary>
    public static object Plain(object value) => value switch
    {
        DateTimeOffset at => new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.TimestampTz, TypedValue = Microseconds(at) },
        string text => CanonicalText.Composed(text),
        _ => value,
    };

    /// <summary>Several values of one type as an array parameter.</summary>
    public static NpgsqlParameter Array(FieldType type, IReadOnlyList<object> values) => type switch
    {
        FieldType.Text => Array(NpgsqlDbType.Text, Each(values, v => CanonicalText.Composed((string)v))),
        FieldType.Integer => Array(NpgsqlDbType.Bigint, Each(values, v => (long)v)),
        FieldType.Real => Array(NpgsqlDbType.Double, Each(values, v => (double)v)),
        FieldType.Boolean => Array(NpgsqlDbType.Boolean, Each(values, v => (bool)v)),
        _ => Array(NpgsqlDbType.TimestampTz, Each(values, v => Microseconds((DateTimeOffset)v))),
    };

    /// <summary>Reads a value of a field; null for null.</summary>
    public static object? Read(NpgsqlDataReader reader, int column, FieldType type) => reader.IsDBNull(column) ? null : type switch
    {
        FieldType.Text => reader.GetString(column),
        FieldType.Integer => reader.GetInt64(column),
        FieldType.Real => reader.GetDouble(column),
        FieldType.Boolean => reader.GetBoolean(column),
        _ => reader.GetFieldValue<DateTimeOffset>(column),
    };

    /// <summary>An instant in whole microseconds, as it is stored.</summary>
    public static DateTime Instant(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);

    /// <summary>
    /// An instant as PostgreSQL counts it, in microseconds since 2000. Values of fields go to it so: of a <see cref="DateTime"/> Npgsql takes the first there is
    /// for minus infinity, which is before every instant that was imported.
    /// </summary>
    public static long Microseconds(DateTimeOffset at) => (Instant(at).Ticks - _epoch) / TimeSpan.TicksPerMicrosecond;

    private static TOut[] Each<TIn, TOut>(IReadOnlyList<TIn> items, Func<TIn, TOut> value)
    {
        var result = new TOut[items.Count];
        for (var i = 0; i < result.Length; i++) result[i] = value(items[i]);
        return result;
    }
}
