using Microsoft.Extensions.Logging;

namespace CityMap.Grains;

/// <summary>Everything this project writes to the log.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Warning, "The store could not be reached while {Appends} appends were being written; their outcome is looked up")]
    public static partial void StoreUnavailable(this ILogger log, Exception e, int appends);

    [LoggerMessage(2, LogLevel.Error, "An append to {Stream} failed")]
    public static partial void AppendFailed(this ILogger log, Exception e, string stream);

    [LoggerMessage(3, LogLevel.Warning, "It is not known whether the append to {Stream} was stored; its caller is told to repeat it")]
    public static partial void OutcomeUnknown(this ILogger log, Exception e, string stream);

    [LoggerMessage(4, LogLevel.Error, "{Listener} failed on entries that are durable; it has to read them from the journal")]
    public static partial void ListenerFailed(this ILogger log, Exception e, string listener);

    [LoggerMessage(5, LogLevel.Information, "Another activation wrote {Stream} first; its entries are read and the request is decided again")]
    public static partial void StaleActivation(this ILogger log, string stream);

    [LoggerMessage(6, LogLevel.Warning, "The journal cannot be followed now; it is tried again until it can")]
    public static partial void FollowingInterrupted(this ILogger log, Exception e);

    [LoggerMessage(12, LogLevel.Information, "The journal is followed again, from {Sequence} on")]
    public static partial void FollowingAgain(this ILogger log, long sequence);

    [LoggerMessage(13, LogLevel.Information, "The store takes appends again; {Failed} batches failed meanwhile, their callers were told to repeat")]
    public static partial void StoreBack(this ILogger log, int failed);

    [LoggerMessage(7, LogLevel.Information, "{Areas} areas and the streets were read, layer versions {AreaVersion} and {StreetVersion}")]
    public static partial void GeographyLoaded(this ILogger log, int areas, long areaVersion, long streetVersion);

    [LoggerMessage(8, LogLevel.Error, "The areas or streets could not be read; the last ones stay in use")]
    public static partial void GeographyFailed(this ILogger log, Exception e);

    [LoggerMessage(9, LogLevel.Information, "District {District}: {Count} open incidents reached a threshold of {Threshold}")]
    public static partial void ThresholdReached(this ILogger log, string district, long count, int threshold);

    [LoggerMessage(10, LogLevel.Warning, "The thresholds of {District} could not be compared now; the next change does it")]
    public static partial void ThresholdCheckFailed(this ILogger log, Exception e, string district);

    [LoggerMessage(11, LogLevel.Warning, "The incident of the crossed limit {Quantity} at {Facility} is not reported yet; the next reading does it")]
    public static partial void LimitIncidentPending(this ILogger log, Exception? e, string facility, string quantity);
}
