namespace CityMap.Geo.Areas.Editions;

/// <summary>One division of the land: the areas that came into force together.</summary>
/// <param name="Id">Its name, for example <c>2025</c>; what stands behind the @ of an area's id.</param>
/// <param name="ValidFrom">First day in force.</param>
/// <param name="ValidTo">First day no longer in force; null while any of its areas is.</param>
/// <param name="Areas">Its areas, by code.</param>
public sealed record AreaEdition(string Id, DateOnly ValidFrom, DateOnly? ValidTo, IReadOnlyList<Area> Areas)
{
    /// <summary>Sorts areas into their editions, the oldest first.</summary>
    public static IReadOnlyList<AreaEdition> Of(IEnumerable<Area> areas) =>
    [
        .. areas.GroupBy(a => a.Edition, StringComparer.Ordinal).Select(Make).OrderBy(e => e.ValidFrom).ThenBy(e => e.Id, StringComparer.Ordinal),
    ];

    private static AreaEdition Make(IGrouping<string, Area> group)
    {
        var areas = group.OrderBy(a => a.Code, StringComparer.Ordinal).ToList();
        var ended = areas.All(a => a.ValidTo is not null);
        return new(group.Key, areas.Min(a => a.ValidFrom), ended ? areas.Max(a => a.ValidTo) : null, areas);
    }
}
