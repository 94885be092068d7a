using System.Collections.Concurrent;
using System.Text;
using CityMap.Geo.PostGis.Layers;

namespace CityMap.Geo.PostGis.Journal;

/// <summary>The texts of the statement that numbers the entries of a wave and writes them, their keys and the history of what they change.</summary>
internal static class AppendSql
{
    private const string Stale = """
        stale AS (
            SELECT count(*) AS n
            FROM unnest({0}::text[], {1}::bigint[], {2}::timestamptz[]) s (stream, version, occurred_at)
            LEFT JOIN LATERAL (
                SELECT j.version, j.occurred_at FROM citymap_store.journal j WHERE j.stream = s.stream ORDER BY j.stream DESC, j.version DESC LIMIT 1
            ) last ON true
            WHERE last.version IS DISTINCT FROM s.version OR last.occurred_at > s.occurred_at
        ), 
        """;

    private const string Entries = """
        head AS (
            UPDATE citymap_store.journal_head SET seq = seq + $1{0} WHERE one RETURNING seq - $1 AS base
        ), entry AS (
            INSERT INTO citymap_store.journal (seq, stream, version, kind, occurred_at, recorded_at, actor, data)
            SELECT head.base + e.ordinal, e.stream, e.version, e.kind, e.occurred_at, e.recorded_at, e.actor, e.data::json
            FROM head, unnest($2::text[], $3::bigint[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::text[], $8::text[])
                WITH ORDINALITY e (stream, version, kind, occurred_at, recorded_at, actor, data, ordinal)
        )
        """;

    private const string RefuseStale = " + CASE WHEN (SELECT n FROM stale) > 0 THEN citymap_store.refuse_stale() ELSE 0 END";

    private const string Keys = """
        , key AS (
            INSERT INTO citymap_store.keys (caller, value, body_hash, stream, answer)
            SELECT k.caller, k.value, k.body_hash, k.stream, k.answer
            FROM head, unnest({0}::text[], {1}::text[], {2}::text[], {3}::text[], {4}::text[]) k (caller, value, body_hash, stream, answer)
        )
        """;

    private static readonly ConcurrentDictionary<(AppendShape, string), string> Texts = new();

    /// <summary>
    /// The statement; it answers the sequence number before the first entry. Parameters: $1 how many entries; $2–$8 the entries; when
    /// something is going, three for where it must be; when something is keyed, five for the keys; then three per layer.
    /// </summary>
    public static string Of(AppendShape shape, IReadOnlyList<LayerTable> tables) => Texts.GetOrAdd(
        (shape, string.Join(',', tables.Select(t => t.ColumnList + t.Current))), static (key, tables) => Text(key.Item1, tables), tables);

    private static string Text(AppendShape shape, IReadOnlyList<LayerTable> tables)
    {
        var next = 9;
        object[] Take(int count) => [.. Enumerable.Range(next, count).Select(_ => $"${next++}")];

        var text = new StringBuilder("WITH ");
        if (shape.Going) text.AppendFormat(null, Stale, Take(3));
        text.AppendFormat(null, Entries, shape.Going ? RefuseStale : "");
        if (shape.Keyed) text.AppendFormat(null, Keys, Take(5));
        for (var i = 0; i < tables.Count; i++)
        {
            var (ids, ordinals, at) = (next, next + 1, next + 2);
            next += 3;
            var given = $"unnest(${ids}::text[], ${ordinals}::bigint[], ${at}::timestamptz[]) c (id, ordinal, at)";
            text.Append(shape.Fresh ? Opening(tables[i], i, given) : Turning(tables[i], i, given));
        }

        return text.Append(" SELECT base FROM head").ToString();
    }

    // The features were written by the statement before: their history is read from there and not sent twice.
    private static string Opening(LayerTable table, int number, string given) => $"""
        , opened_{number} AS (
            INSERT INTO {table.History} (from_seq, to_seq, occurred_from, occurred_to, {table.ColumnList})
            SELECT head.base + c.ordinal, {HistoryEnd.Open}, c.at, 'infinity', {Values("t.id", table)}
            FROM head, {given} JOIN {table.Current} t ON t.id = c.id
        )
        """;

    // The order by id and number leaves the planner one index only: planned while the table was empty, it took the one by number.
    private static string Turning(LayerTable table, int number, string given) => $"""
        , change_{number} AS MATERIALIZED (
            SELECT head.base + c.ordinal AS seq, c.id, GREATEST(c.at, before.occurred_from) AS at, before.from_seq AS before_seq
            FROM head, {given}
            LEFT JOIN LATERAL (
                SELECT h.from_seq, h.occurred_from FROM {table.History} h WHERE h.id = c.id ORDER BY h.id DESC, h.from_seq DESC LIMIT 1
            ) before ON true
        ), closed_{number} AS (
            UPDATE {table.History} h SET to_seq = c.seq, occurred_to = c.at
            FROM change_{number} c WHERE h.id = c.id AND h.from_seq = c.before_seq AND h.to_seq = {HistoryEnd.Open}
        ), opened_{number} AS (
            INSERT INTO {table.History} (from_seq, to_seq, occurred_from, occurred_to, {table.ColumnList})
            SELECT c.seq, CASE WHEN t.id IS NULL THEN c.seq ELSE {HistoryEnd.Open} END,
                c.at, CASE WHEN t.id IS NULL THEN c.at ELSE 'infinity' END, {Values("c.id", table)}
            FROM change_{number} c LEFT JOIN {table.Current} t ON t.id = c.id
        )
        """;

    private static string Values(string id, LayerTable table) => string.Join(", ", [id, "t.geom", .. table.Fields.Select(f => "t." + f)]);
}

/// <summary>How an open end is written in history.</summary>
internal static class HistoryEnd
{
    /// <summary>The sequence number no entry reaches.</summary>
    public const long Open = long.MaxValue;
}
