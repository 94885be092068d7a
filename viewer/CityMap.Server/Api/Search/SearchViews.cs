using CityMap.Geo.Coordinates;
using CityMap.Geo.Searching;
using CityMap.Server.Api.Geometries;

namespace CityMap.Server.Api.Search;

/// <summary>What was found.</summary>
/// <param name="Complete">False while the server is still reading its layers after a start: there may be more.</param>
/// <param name="Place">The place, when the words are coordinates.</param>
/// <param name="Groups">By kind, the kind with the best match first.</param>
internal sealed record SearchPage(bool Complete, CoordinateView? Place, IReadOnlyList<SearchGroupView> Groups);

/// <summary>A place that was written as numbers.</summary>
/// <param name="Position">WGS 84.</param>
/// <param name="Crs">As what the numbers were read: EPSG code.</param>
internal sealed record CoordinateView(PositionView Position, int Crs)
{
    /// <summary>Shows coordinates.</summary>
    public static CoordinateView? Of(CoordinateText? read) => read is null ? null : new(new(read.Position.Lon, read.Position.Lat), read.Crs);
}

/// <summary>What was found of one kind.</summary>
/// <param name="Kind">area, facility, street, place, layer or incident.</param>
/// <param name="NumberMatched">How many there are, shown or not.</param>
/// <param name="Items">The best of them.</param>
internal sealed record SearchGroupView(string Kind, int NumberMatched, IReadOnlyList<SearchItemView> Items)
{
    /// <summary>Shows a group.</summary>
    public static SearchGroupView Of(SearchGroup group, bool english) => new(
        group.Kind.ToString().ToLowerInvariant(), group.Matched, [.. group.Hits.Select(hit => SearchItemView.Of(hit, english))]);
}

/// <summary>One thing that was found.</summary>
/// <param name="Id">Its id within its kind; of streets and places <c>layer/feature</c>.</param>
/// <param name="Name">In the language asked for.</param>
/// <param name="Where">An address or a district; null when that says nothing.</param>
/// <param name="Code">Type of an incident, kind of a facility or area, layer of a street or place.</param>
/// <param name="Position">Null for a layer.</param>
/// <param name="Bounds">west, south, east, north, degrees; null for a point.</param>
/// <param name="Metres">From the middle of the view; null without one.</param>
internal sealed record SearchItemView(
    string Id, string Name, string? Where, string? Code, PositionView? Position, IReadOnlyList<double>? Bounds, double? Metres)
{
    /// <summary>True while an incident is open; of other kinds false.</summary>
    public bool Open { get; init; }

    /// <summary>Shows a hit.</summary>
    public static SearchItemView Of(SearchHit hit, bool english)
    {
        var entry = hit.Entry;
        return new(
            entry.Id,
            english ? entry.OtherName ?? entry.Name : entry.Name,
            entry.Where,
            entry.Code,
            entry.Position is { } at ? new(at.Lon, at.Lat) : null,
            entry.Extent is { } box ? [box.West, box.South, box.East, box.North] : null,
            hit.Metres is { } metres ? Math.Round(metres) : null)
        { Open = entry.Favoured };
    }
}
