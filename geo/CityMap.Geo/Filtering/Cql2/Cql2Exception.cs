namespace CityMap.Geo.Filtering.Cql2;

/// <summary>A filter that cannot be read, or does not fit its layer.</summary>
/// <param name="reason">One sentence for a person.</param>
/// <param name="place">Where: a character of the text, or a path into the JSON; empty when it is the whole.</param>
public sealed class Cql2Exception(string reason, string place) : Exception(place.Length == 0 ? reason : $"{reason} ({place})")
{
    /// <summary>What is wrong, without the place.</summary>
    public string Reason { get; } = reason;

    /// <summary>Where.</summary>
    public string Place { get; } = place;
}
