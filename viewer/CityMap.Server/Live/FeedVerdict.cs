namespace CityMap.Server.Live;

/// <summary>What one client is told about one event.</summary>
internal enum FeedVerdict
{
    /// <summary>Nothing: it does not concern the client.</summary>
    Nothing,

    /// <summary>The thing as it is now.</summary>
    Tell,

    /// <summary>That the thing has left what the client sees.</summary>
    Gone,
}
