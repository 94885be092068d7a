using CityMap.Viewer.Live;
using CityMap.Viewer.Sheets;

namespace CityMap.Viewer.Desktop;

/// <summary>How the line to the server stands, and what people read about it.</summary>
/// <param name="time">The clock.</param>
public sealed class ConnectionModel(TimeProvider time)
{
    /// <summary>True while the feed is heard.</summary>
    public bool Live { get; private set; }

    /// <summary>Since when nothing was heard; null while the line stands.</summary>
    public DateTimeOffset? StaleSince { get; private set; } = time.GetUtcNow();

    /// <summary>Takes a message of the feed in.</summary>
    /// <returns>True when what people read has changed.</returns>
    public bool Hear(FeedMessage message)
    {
        var before = Live;
        Live = message is not FeedMessage.Lost;
        if (Live) StaleSince = null;
        else StaleSince ??= time.GetUtcNow();
        return before != Live;
    }

    /// <summary>What is shown comes from a file: it is as old as that.</summary>
    public void ShowsFrom(DateTimeOffset saved)
    {
        if (!Live) StaleSince = saved;
    }

    /// <summary>The badge.</summary>
    public string Badge(MapLanguage language) => StaleSince is not { } since
        ? Say(language, "Trực tiếp", "Live")
        : Say(language, $"Dữ liệu cũ: {Minutes(since)} phút", $"Stale: {Minutes(since)} min");

    private long Minutes(DateTimeOffset since) => (long)Math.Max(0, Math.Floor((time.GetUtcNow() - since).TotalMinutes));

    private static string Say(MapLanguage language, string vi, string en) => language == MapLanguage.Vi ? vi : en;
}
