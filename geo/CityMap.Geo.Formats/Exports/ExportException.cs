namespace CityMap.Geo.Formats.Exports;

/// <summary>A layer does not go into a format as it was asked for; the message says what does not fit and what would.</summary>
/// <param name="field">What was asked for: <c>crs</c> or <c>format</c>.</param>
/// <param name="reason">One sentence.</param>
public sealed class ExportException(string field, string reason) : Exception(reason)
{
    /// <summary>What was asked for.</summary>
    public string Field { get; } = field;
}
