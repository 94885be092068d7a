namespace CityMap.Geo.Formats.Rows;

/// <summary>One thing of a file that cannot be used; the things after it can.</summary>
/// <param name="field">Where within the thing.</param>
/// <param name="reason">Why, and what would be right; one sentence.</param>
internal sealed class RowRefusal(string field, string reason) : Exception(reason)
{
    /// <summary>Where within the thing.</summary>
    public string Field { get; } = field;
}
