-- Few features have no place; those that match a box nevertheless must not cost a walk through the whole of a GiST index. Layers made since have it.
DO $$
DECLARE
    layer record;
BEGIN
    FOR layer IN
        SELECT c.oid::regclass AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'citymap_static' AND c.relkind = 'r' AND c.relname NOT LIKE '%~%'
            AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indpred IS NOT NULL)
    LOOP
        EXECUTE format('CREATE INDEX ON %s (id) WHERE geom IS NULL', layer.name);
    END LOOP;
END
$$;
