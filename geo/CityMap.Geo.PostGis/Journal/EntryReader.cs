using CityMap.Geo.Journal;
using Npgsql;

namespace CityMap.Geo.PostGis.Journal;

/// <summary>Reads entries of the journal.</summary>
internal static class EntryReader
{
    /// <summary>The columns <see cref="Read"/> expects.</summary>
    public const string Columns = "seq, stream, version, kind, occurred_at, recorded_at, actor, data::text";

    /// <summary>The entry of the current row.</summary>
    public static JournalEntry Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetString(1),
        reader.GetInt64(2),
        reader.GetString(3),
        reader.GetFieldValue<DateTimeOffset>(4),
        reader.GetFieldValue<DateTimeOffset>(5),
        reader.GetString(6),
        reader.GetString(7));
}
