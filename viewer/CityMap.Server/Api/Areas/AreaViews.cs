using System.Globalization;
using CityMap.Geo.Areas;
using CityMap.Geo.Areas.Editions;
using CityMap.Geo.Layers;
using CityMap.Server.Api.Incidents;

namespace CityMap.Server.Api.Areas;

/// <summary>Every edition of areas, the oldest first.</summary>
internal sealed record EditionPage(IReadOnlyList<EditionView> Items);

/// <summary>An edition: days as <c>yyyy-MM-dd</c>, <c>validTo</c> the first day no longer in force.</summary>
internal sealed record EditionView(string Id, string ValidFrom, string? ValidTo, int Areas, IReadOnlyDictionary<string, int> Kinds)
{
    /// <summary>Shows one.</summary>
    public static EditionView Of(AreaEdition edition) => new(
        edition.Id, Day(edition.ValidFrom), edition.ValidTo is { } end ? Day(end) : null, edition.Areas.Count,
        edition.Areas.GroupBy(a => a.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count()));

    /// <summary>A day as it is written.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>The area that answers for a position on a day, and why, in both languages.</summary>
internal sealed record AreaLookupView(string On, AreaRefView? Area, JurisdictionView? Jurisdiction, LocalText Why);

/// <summary>An area by name.</summary>
internal sealed record AreaRefView(string Id, string Code, string NameVi, string NameEn, string Kind, string Edition)
{
    /// <summary>Shows one.</summary>
    public static AreaRefView Of(Area area) => new(area.Id, area.Code, area.NameVi, area.NameEn, area.Kind, area.Edition);
}

/// <summary>What changed between two editions.</summary>
internal sealed record EditionDifferenceView(
    string From, string To, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<AreaChangeView> Changes, IReadOnlyList<AreaOriginView> Origins,
    IReadOnlyList<AreaRefView> Gone, IReadOnlyList<AreaRefView> New)
{
    /// <summary>Shows one.</summary>
    public static EditionDifferenceView Of(string from, string to, EditionDifference difference) => new(
        from, to,
        Enum.GetValues<AreaChangeKind>().ToDictionary(kind => Camel(kind.ToString()), kind => difference.Changes.Count(c => c.Kind == kind)),
        [.. difference.Changes.Select(c => new AreaChangeView(Camel(c.Kind.ToString()), AreaRefView.Of(c.Before), AreaRefView.Of(c.After), Math.Round(c.Shared, 4)))],
        [.. difference.Origins.Select(o => new AreaOriginView(o.Area.Id, o.Area.NameVi, [.. o.From.Select(f => new AreaPartView(f.Area.Id, f.Area.NameVi, Math.Round(f.Part, 4)))]))],
        [.. difference.Gone.Select(AreaRefView.Of)], [.. difference.New.Select(AreaRefView.Of)]);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

/// <summary>A code or name that does not mean the same; <c>shared</c> is how much of the land of both together both have.</summary>
internal sealed record AreaChangeView(string Kind, AreaRefView Before, AreaRefView After, double Shared);

/// <summary>Of which land an area was made.</summary>
internal sealed record AreaOriginView(string Id, string Name, IReadOnlyList<AreaPartView> From);

/// <summary>The part (0 to 1) of an area's land that came from another.</summary>
internal sealed record AreaPartView(string Id, string Name, double Part);

/// <summary>What an import of an edition did, or would do.</summary>
internal sealed record EditionReport(
    EditionView Edition, EditionView? Closed, bool Replaced, bool Stored, long? Sequence, IReadOnlyList<EditionRemark> Warnings, IReadOnlyDictionary<string, int> Topology);

/// <summary>Something a person may want to look at.</summary>
internal sealed record EditionRemark(long Line, string Field, string Reason);
