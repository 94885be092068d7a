using System.Globalization;

namespace CityMap.Server.Live;

/// <summary>A place in the feed as clients hold it: <c>{epoch}-{sequence}</c>.</summary>
/// <param name="Epoch">The store's epoch; another one means that a backup was restored in between.</param>
/// <param name="Sequence">The last sequence number seen.</param>
internal readonly record struct FeedPosition(string Epoch, long Sequence)
{
    /// <summary>Reads a position; the epoch itself may hold dashes.</summary>
    public static bool TryParse(string? text, out FeedPosition position)
    {
        position = default;
        var dash = text?.LastIndexOf('-') ?? -1;
        if (dash <= 0 || !long.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)) return false;
        position = new(text![..dash], sequence);
        return true;
    }
}
