namespace CityMap.Server;

/// <summary>Every message of this program's log, in one place.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information, "Listening on {Address}, store {Store}")]
    public static partial void Listening(this ILogger logger, string address, string store);

    [LoggerMessage(2, LogLevel.Information, "Ready after {Milliseconds} ms")]
    public static partial void Ready(this ILogger logger, long milliseconds);

    [LoggerMessage(3, LogLevel.Error, "{Method} {Path} failed; trace {TraceId}")]
    public static partial void RequestFailed(this ILogger logger, string method, string path, string traceId, Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "The store does not answer: {Reason}")]
    public static partial void StoreUnavailable(this ILogger logger, string reason);

    [LoggerMessage(5, LogLevel.Information, "The store answers again")]
    public static partial void StoreBack(this ILogger logger);

    [LoggerMessage(6, LogLevel.Critical, "Could not become ready")]
    public static partial void StartFailed(this ILogger logger, Exception exception);
}
