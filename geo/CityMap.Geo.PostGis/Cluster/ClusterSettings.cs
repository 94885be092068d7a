namespace CityMap.Geo.PostGis.Cluster;

/// <summary>The settings of a private cluster. Durability is never traded: fsync and synchronous_commit stay on.</summary>
internal static class ClusterSettings
{
    /// <summary>The text of the settings file.</summary>
    public static string Text(int major, int port, string socketFolder) => $"""
        # Written by CityMap at every start.
        port = {port}
        listen_addresses = '127.0.0.1'
        unix_socket_directories = '{socketFolder.Replace("'", "''", StringComparison.Ordinal)}'
        unix_socket_permissions = 0700
        max_connections = 300
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        jit = off
        shared_buffers = 256MB
        work_mem = 16MB
        maintenance_work_mem = 128MB
        # Checkpoints far apart: each one makes the next change of every page cost a whole page of log.
        checkpoint_timeout = 15min
        max_wal_size = 2GB
        # A whole page of log after each checkpoint: pglz took a fifth of the writer's time.
        wal_compression = {(major >= 15 ? "lz4" : "on")}
        wal_buffers = 16MB
        random_page_cost = 1.1
        autovacuum_naptime = 15s
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_min_messages = warning
        log_checkpoints = off

        """;
}
