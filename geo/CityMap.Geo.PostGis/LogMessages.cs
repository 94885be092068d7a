using Microsoft.Extensions.Logging;

namespace CityMap.Geo.PostGis;

/// <summary>Everything this project says to the log.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information, "Private PostgreSQL {Major} started in {Folder}, port {Port}")]
    public static partial void ClusterStarted(ILogger logger, int major, string folder, int port);

    [LoggerMessage(2, LogLevel.Information, "Private PostgreSQL in {Folder} stopped")]
    public static partial void ClusterStopped(ILogger logger, string folder);

    [LoggerMessage(3, LogLevel.Warning, "Private PostgreSQL in {Folder} did not stop: {Reason}")]
    public static partial void ClusterDidNotStop(ILogger logger, string folder, string reason);

    [LoggerMessage(4, LogLevel.Information, "Adopted the PostgreSQL left behind as process {Pid} in {Folder}")]
    public static partial void ClusterAdopted(ILogger logger, int pid, string folder);

    [LoggerMessage(5, LogLevel.Warning, "The PostgreSQL left behind as process {Pid} in {Folder} does not answer and is stopped")]
    public static partial void ClusterNotAdopted(ILogger logger, Exception exception, int pid, string folder);

    [LoggerMessage(6, LogLevel.Information, "Made the store's schema, version {Version}")]
    public static partial void SchemaCreated(ILogger logger, int version);

    [LoggerMessage(7, LogLevel.Warning, "The VN-2000 zones could not be added to spatial_ref_sys: {Reason}")]
    public static partial void CoordinateSystemsNotAdded(ILogger logger, string reason);

    [LoggerMessage(8, LogLevel.Warning, "An append to {Stream} does not fit and was refused")]
    public static partial void AppendRefused(ILogger logger, Exception exception, string stream);

    [LoggerMessage(9, LogLevel.Warning, "The connection was lost during an append of {Count}; looking for what was stored")]
    public static partial void AppendUncertain(ILogger logger, Exception exception, int count);

    [LoggerMessage(12, LogLevel.Warning, "A restore was broken off; the store it had set aside is back")]
    public static partial void StorePutBack(ILogger logger);

    [LoggerMessage(10, LogLevel.Information, "Imported {Count} features into {Layer} as entry {Sequence}")]
    public static partial void ImportCommitted(ILogger logger, string layer, long count, long sequence);

    [LoggerMessage(11, LogLevel.Warning, "The features an import into {Layer} left behind could not be removed yet")]
    public static partial void ImportNotSwept(ILogger logger, Exception exception, string layer);
}
