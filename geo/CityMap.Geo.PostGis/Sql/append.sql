-- $1 how many entries; $2–$8 the entries; $9–$11 where streams that exist must be; $12–$16 idempotency keys; then three per layer.
WITH stale AS (
    SELECT count(*) AS n
    FROM unnest($9::text[], $10::bigint[], $11::timestamptz[]) s (stream, version, occurred_at)
    LEFT JOIN LATERAL (
        SELECT j.version, j.occurred_at FROM citymap_store.journal j WHERE j.stream = s.stream ORDER BY j.stream DESC, j.version DESC LIMIT 1
    ) last ON true
    WHERE last.version IS DISTINCT FROM s.version OR last.occurred_at > s.occurred_at
), head AS (
    UPDATE citymap_store.journal_head
    SET seq = seq + $1 + CASE WHEN (SELECT n FROM stale) > 0 THEN citymap_store.refuse_stale() ELSE 0 END
    WHERE one
    RETURNING seq - $1 AS base
), entry AS (
    INSERT INTO citymap_store.journal (seq, stream, version, kind, occurred_at, recorded_at, actor, data)
    SELECT head.base + e.ordinal, e.stream, e.version, e.kind, e.occurred_at, e.recorded_at, e.actor, e.data::json
    FROM head, unnest($2::text[], $3::bigint[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::text[], $8::text[])
        WITH ORDINALITY e (stream, version, kind, occurred_at, recorded_at, actor, data, ordinal)
), key AS (
    INSERT INTO citymap_store.keys (caller, value, body_hash, stream, answer)
    SELECT k.caller, k.value, k.body_hash, k.stream, k.answer
    FROM head, unnest($12::text[], $13::text[], $14::text[], $15::text[], $16::text[]) k (caller, value, body_hash, stream, answer)
)
