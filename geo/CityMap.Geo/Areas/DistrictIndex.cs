using System.Diagnostics.CodeAnalysis;
using CityMap.Geo.Coordinates;

namespace CityMap.Geo.Areas;

/// <summary>
/// Finds the area a position belongs to, on any day, and explains the answer. Where areas overlap, and on shared borders, the smaller
/// area has it, then the lower id. Immutable and safe for any number of readers.
/// </summary>
public sealed class DistrictIndex
{
    private readonly Dictionary<string, Area> _byId;
    private readonly DateOnly[] _starts;
    private readonly Lazy<DistrictSlice>[] _slices;
    private readonly DistrictSlice _newest;

    private DistrictIndex(IReadOnlyList<Area> areas, DistrictIndexOptions options)
    {
        Areas = areas;
        _byId = areas.ToDictionary(a => a.Id, StringComparer.Ordinal);
        _starts = [.. areas.Select(a => a.ValidFrom).Concat(areas.Where(a => a.ValidTo is not null).Select(a => a.ValidTo!.Value)).Distinct().Order()];
        _slices = Array.ConvertAll(
            _starts, start => new Lazy<DistrictSlice>(() => new(areas.Where(a => a.InForce(start)), options)));
        // Areas without an end are the present; when the land has none, the last day that had any is.
        var last = Array.FindLastIndex(_starts, start => areas.Any(a => a.InForce(start)));
        _newest = last < 0 ? new([], options) : _slices[last].Value;
    }

    /// <summary>Every area of every edition, as given.</summary>
    public IReadOnlyList<Area> Areas { get; }

    /// <summary>Builds the index.</summary>
    /// <exception cref="ArgumentException">An id occurs twice, or a shape is not a polygon or multipolygon.</exception>
    public static DistrictIndex Build(IReadOnlyList<Area> areas, DistrictIndexOptions? options = null) => new(areas, options ?? new());

    /// <summary>An area by its id.</summary>
    public bool TryGet(string id, [NotNullWhen(true)] out Area? area) => _byId.TryGetValue(id, out area);

    /// <summary>Which area has a position, and why.</summary>
    /// <param name="p">The position.</param>
    /// <param name="on">Among the areas in force on this day; null asks the newest editions.</param>
    public Jurisdiction Find(LonLat p, DateOnly? on = null) =>
        SliceOn(on)?.Find(p) ?? new(null, null, null, JurisdictionRule.Outside, null, null, null, null);

    /// <summary>The same area as <see cref="Find"/> without the explanation, many times faster.</summary>
    public string? FindId(LonLat p, DateOnly? on = null) => SliceOn(on)?.FindId(p);

    private DistrictSlice? SliceOn(DateOnly? on)
    {
        if (on is null) return _newest;
        var at = Array.BinarySearch(_starts, on.Value);
        if (at < 0) at = ~at - 1;
        return at < 0 ? null : _slices[at].Value;
    }
}
