-- $1 stream, $2 kind, $3 occurred, $4 recorded, $5 actor, $6 data: one entry after whatever the stream holds.
WITH last AS (
    SELECT version, occurred_at FROM citymap_store.journal WHERE stream = $1 ORDER BY version DESC LIMIT 1
), head AS (
    UPDATE citymap_store.journal_head SET seq = seq + 1 WHERE one RETURNING seq
)
INSERT INTO citymap_store.journal (seq, stream, version, kind, occurred_at, recorded_at, actor, data)
SELECT head.seq, $1, COALESCE((SELECT version FROM last), 0) + 1, $2,
    GREATEST($3, (SELECT occurred_at FROM last)), $4, $5, $6::json
FROM head
RETURNING seq
