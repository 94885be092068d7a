-- Who is in the cluster. The queries are those that Orleans' ADO.NET membership asks for by key; it reads results by name.
-- The row of the version is the lock: of two nodes that expect the same version one succeeds. No backup holds these tables, and
-- no restore touches them: they are about the nodes that run now.
CREATE SCHEMA IF NOT EXISTS citymap_cluster;

CREATE TABLE IF NOT EXISTS citymap_cluster.membership_version (
    deployment text PRIMARY KEY,
    changed_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 0
);

CREATE TABLE IF NOT EXISTS citymap_cluster.membership (
    deployment text NOT NULL REFERENCES citymap_cluster.membership_version,
    address text NOT NULL,
    port integer NOT NULL,
    generation integer NOT NULL,
    silo text NOT NULL,
    host text NOT NULL,
    status integer NOT NULL,
    proxy_port integer,
    suspects text,
    started_at timestamptz NOT NULL,
    alive_at timestamptz NOT NULL,
    PRIMARY KEY (deployment, address, port, generation)
);

CREATE TABLE IF NOT EXISTS citymap_cluster.orleansquery (
    querykey text PRIMARY KEY,
    querytext text NOT NULL
);

INSERT INTO citymap_cluster.orleansquery (querykey, querytext) VALUES
('InsertMembershipVersionKey', $q$
    WITH made AS (
        INSERT INTO citymap_cluster.membership_version (deployment) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1)
    SELECT count(*)::int FROM made
$q$),
('InsertMembershipKey', $q$
    WITH next AS (
        UPDATE citymap_cluster.membership_version SET version = version + 1, changed_at = now()
        WHERE deployment = @DeploymentId AND version = @Version AND NOT EXISTS (
            SELECT FROM citymap_cluster.membership m
            WHERE m.deployment = @DeploymentId AND m.address = @Address AND m.port = @Port AND m.generation = @Generation)
        RETURNING 1
    ), made AS (
        INSERT INTO citymap_cluster.membership
            (deployment, address, port, generation, silo, host, status, proxy_port, started_at, alive_at)
        SELECT @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM next
        RETURNING 1)
    SELECT count(*)::int FROM made
$q$),
('UpdateMembershipKey', $q$
    WITH next AS (
        UPDATE citymap_cluster.membership_version SET version = version + 1, changed_at = now()
        WHERE deployment = @DeploymentId AND version = @Version AND EXISTS (
            SELECT FROM citymap_cluster.membership m
            WHERE m.deployment = @DeploymentId AND m.address = @Address AND m.port = @Port AND m.generation = @Generation)
        RETURNING 1
    ), made AS (
        UPDATE citymap_cluster.membership m SET status = @Status, suspects = @SuspectTimes, alive_at = @IAmAliveTime
        FROM next
        WHERE m.deployment = @DeploymentId AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
        RETURNING 1)
    SELECT count(*)::int FROM made
$q$),
('UpdateIAmAlivetimeKey', $q$
    UPDATE citymap_cluster.membership SET alive_at = @IAmAliveTime
    WHERE deployment = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
$q$),
('MembershipReadRowKey', $q$
    SELECT v.deployment AS "DeploymentId", m.address AS "Address", m.port AS "Port", m.generation AS "Generation", m.silo AS "SiloName",
        m.host AS "HostName", m.status AS "Status", m.proxy_port AS "ProxyPort", m.suspects AS "SuspectTimes",
        m.started_at AS "StartTime", m.alive_at AS "IAmAliveTime", v.version AS "Version"
    FROM citymap_cluster.membership_version v
    LEFT JOIN citymap_cluster.membership m
        ON m.deployment = v.deployment AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
    WHERE v.deployment = @DeploymentId
$q$),
('MembershipReadAllKey', $q$
    SELECT v.deployment AS "DeploymentId", m.address AS "Address", m.port AS "Port", m.generation AS "Generation", m.silo AS "SiloName",
        m.host AS "HostName", m.status AS "Status", m.proxy_port AS "ProxyPort", m.suspects AS "SuspectTimes",
        m.started_at AS "StartTime", m.alive_at AS "IAmAliveTime", v.version AS "Version"
    FROM citymap_cluster.membership_version v
    LEFT JOIN citymap_cluster.membership m ON m.deployment = v.deployment
    WHERE v.deployment = @DeploymentId
$q$),
('GatewaysQueryKey', $q$
    SELECT address AS "Address", proxy_port AS "ProxyPort", generation AS "Generation"
    FROM citymap_cluster.membership
    WHERE deployment = @DeploymentId AND status = @Status AND proxy_port > 0
$q$),
('DeleteMembershipTableEntriesKey', $q$
    WITH gone AS (DELETE FROM citymap_cluster.membership WHERE deployment = @DeploymentId)
    DELETE FROM citymap_cluster.membership_version WHERE deployment = @DeploymentId
$q$),
-- 3 is Active: a node that is alive is never swept, however old its last sign.
('CleanupDefunctSiloEntriesKey', $q$
    DELETE FROM citymap_cluster.membership WHERE deployment = @DeploymentId AND alive_at < @IAmAliveTime AND status <> 3
$q$)
ON CONFLICT (querykey) DO UPDATE SET querytext = EXCLUDED.querytext;
