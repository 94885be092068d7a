-- citymap: what a planner sees, one table or view per layer. The other schemas are how it is kept.
CREATE SCHEMA citymap;
CREATE SCHEMA citymap_history;
CREATE SCHEMA citymap_static;
CREATE SCHEMA IF NOT EXISTS citymap_store;

CREATE TABLE citymap_store.journal_head (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    seq bigint NOT NULL
) WITH (fillfactor = 10);
INSERT INTO citymap_store.journal_head (seq) VALUES (0);

CREATE TABLE citymap_store.journal (
    seq bigint PRIMARY KEY,
    version bigint NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    stream text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    actor text NOT NULL,
    data json NOT NULL
);
CREATE UNIQUE INDEX journal_stream ON citymap_store.journal (stream, version);

CREATE TABLE citymap_store.keys (
    caller text COLLATE "C" NOT NULL,
    value text COLLATE "C" NOT NULL,
    body_hash text COLLATE "C" NOT NULL,
    stream text COLLATE "C" NOT NULL,
    answer text,
    PRIMARY KEY (caller, value)
);

CREATE TABLE citymap_store.layers (
    id text COLLATE "C" PRIMARY KEY,
    info jsonb NOT NULL,
    live boolean NOT NULL,
    map_order integer NOT NULL,
    version bigint NOT NULL DEFAULT 0,
    feature_count bigint NOT NULL DEFAULT 0,
    updated_at timestamptz,
    -- The generations of a static layer that can be seen; an import writes into one that cannot, until it is done.
    generations bigint[] NOT NULL DEFAULT '{}',
    next_generation bigint NOT NULL DEFAULT 1
);

CREATE TABLE citymap_store.readings (
    source text COLLATE "C" NOT NULL,
    quantity text COLLATE "C" NOT NULL,
    at timestamptz NOT NULL,
    value double precision NOT NULL,
    PRIMARY KEY (source, quantity, at)
);
CREATE INDEX readings_at ON citymap_store.readings USING brin (at);

-- Ends an append whose expected versions or times are not those of its streams.
CREATE FUNCTION citymap_store.refuse_stale() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a stream is not at the expected version' USING ERRCODE = 'CM001';
END $$;

-- How texts are searched; the same as TextFold in CityMap.Geo.
CREATE FUNCTION citymap_store.fold(t text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT lower(translate(regexp_replace(normalize(t, NFD), '[\u0300-\u036F]', '', 'g'), 'đĐ', 'dd') COLLATE "und-x-icu") COLLATE "C"
$$;
