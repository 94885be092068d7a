-- What filters call (CQL2). Each answers as the class of CityMap.Geo that its comment names, and none of them ever fails.

-- CaseFolding
CREATE OR REPLACE FUNCTION citymap_store.casei(t text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT translate(lower(upper(translate(replace(t, 'ẞ', 'ss'), 'ıſ', 'is') COLLATE "und-x-icu")), 'ς', 'σ') COLLATE "C"
$$;

-- AccentFolding
CREATE OR REPLACE FUNCTION citymap_store.accenti(t text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT normalize(translate(regexp_replace(normalize(t, NFD), '[\u0300-\u036F]', '', 'g'), 'đĐ', 'dD'), NFC) COLLATE "C"
$$;

-- SafeArithmetic: an operand beyond 1e150 has no result, one nearer to zero than 1e-150 counts as zero.
CREATE OR REPLACE FUNCTION citymap_store.cql2_operand(x double precision) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT CASE WHEN abs(x) > 1e150 THEN NULL WHEN abs(x) < 1e-150 THEN 0 ELSE x END
$$;

CREATE OR REPLACE FUNCTION citymap_store.cql2_plus(a double precision, b double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT citymap_store.cql2_operand(a) + citymap_store.cql2_operand(b) $$;

CREATE OR REPLACE FUNCTION citymap_store.cql2_minus(a double precision, b double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT citymap_store.cql2_operand(a) - citymap_store.cql2_operand(b) $$;

CREATE OR REPLACE FUNCTION citymap_store.cql2_times(a double precision, b double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT citymap_store.cql2_operand(a) * citymap_store.cql2_operand(b) $$;

CREATE OR REPLACE FUNCTION citymap_store.cql2_divide(a double precision, b double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT citymap_store.cql2_operand(a) / nullif(citymap_store.cql2_operand(b), 0) $$;

CREATE OR REPLACE FUNCTION citymap_store.cql2_div(a double precision, b double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT trunc(citymap_store.cql2_divide(a, b)) $$;

CREATE OR REPLACE FUNCTION citymap_store.cql2_mod(a double precision, b double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT citymap_store.cql2_operand(a) - citymap_store.cql2_operand(b) * citymap_store.cql2_div(a, b)
$$;

CREATE OR REPLACE FUNCTION citymap_store.cql2_power(a double precision, b double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT CASE
        WHEN x IS NULL OR y IS NULL THEN NULL
        WHEN x = 0 THEN CASE WHEN y < 0 THEN NULL WHEN y = 0 THEN 1 ELSE 0 END
        WHEN x < 0 AND trunc(y) <> y THEN NULL
        WHEN y * ln(abs(x)) > 345 THEN NULL
        WHEN y * ln(abs(x)) < -345 THEN 0
        ELSE power(x, y)
    END FROM (SELECT citymap_store.cql2_operand(a) AS x, citymap_store.cql2_operand(b) AS y) operands
$$;
