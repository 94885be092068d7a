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

    [LoggerMessage(7, LogLevel.Warning, "The demo missed a step ({Step}): {Reason}")]
    public static partial void DemoStepMissed(this ILogger logger, string step, string reason);

    [LoggerMessage(8, LogLevel.Error, "The demo's scenario ended")]
    public static partial void DemoPlayEnded(this ILogger logger, Exception exception);

    [LoggerMessage(9, LogLevel.Error, "The restore did not work; the store is what it was")]
    public static partial void RestoreFailed(this ILogger logger, Exception exception);

    [LoggerMessage(10, LogLevel.Information, "Dropped {Count} readings of before {Before}")]
    public static partial void ReadingsDropped(this ILogger logger, long count, DateTimeOffset before);

    [LoggerMessage(12, LogLevel.Information, "Forgot {Count} idempotency keys of before {Before}")]
    public static partial void KeysForgotten(this ILogger logger, long count, DateTimeOffset before);

    [LoggerMessage(11, LogLevel.Warning, "Old readings and keys could not be dropped today: {Reason}")]
    public static partial void ReadingsNotDropped(this ILogger logger, string reason);

    [LoggerMessage(40, LogLevel.Information, "A live client at {Cursor} was too slow for the log, which begins after {Base}: it resumes by its last id")]
    public static partial void FeedClientCut(this ILogger logger, long cursor, long @base);

    [LoggerMessage(41, LogLevel.Warning, "A resuming live client could not be caught up: {Reason}")]
    public static partial void FeedClientNotCaughtUp(this ILogger logger, string reason);

    [LoggerMessage(42, LogLevel.Warning, "The journal's head could not be read for the live feed: {Reason}")]
    public static partial void FeedHeadNotRead(this ILogger logger, string reason);

    [LoggerMessage(43, LogLevel.Warning, "The live feed is missing {From} to {Through} and could not read them: {Reason}")]
    public static partial void FeedGapNotRead(this ILogger logger, long from, long through, string reason);

    [LoggerMessage(44, LogLevel.Warning, "The live layer {Layer} is not in memory yet: {Reason}")]
    public static partial void LiveLayerNotLoaded(this ILogger logger, string layer, string reason);

    [LoggerMessage(46, LogLevel.Information, "The journal's head is read for the live feed again")]
    public static partial void FeedHeadReadAgain(this ILogger logger);

    [LoggerMessage(45, LogLevel.Debug, "The relay of the live feed was not reached: {Reason}")]
    public static partial void RelayNotReached(this ILogger logger, string reason);

    [LoggerMessage(180, LogLevel.Warning, "Maps are drawn with another font: {Reason}")]
    public static partial void MapFontMissing(this ILogger logger, string reason);

    [LoggerMessage(181, LogLevel.Warning, "The base map {Id} is left out: {Reason}")]
    public static partial void BasemapDamaged(this ILogger logger, string id, string reason);

    [LoggerMessage(60, LogLevel.Warning, "The search could not be filled from the layers yet: {Reason}")]
    public static partial void SearchNotFilled(this ILogger logger, string reason);
}
