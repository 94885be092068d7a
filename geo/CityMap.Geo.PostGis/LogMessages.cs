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
}
