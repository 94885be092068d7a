using CityMap.Geo.Coordinates;
using CityMap.Geo.Filtering.Cql2;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Layers;

/// <summary>The one query object: the same filter is the view, the list, the counts and the export.</summary>
/// <param name="Layer">Which layer is asked.</param>
public sealed record FeatureQuery(string Layer)
{
    /// <summary>Only features whose shape (not merely its box) meets this box; null is everywhere. Features without geometry do not match a box.</summary>
    public Bounds? Within { get; init; }

    /// <summary>True when what has no place matches <see cref="Within"/> too (OGC API Features 1.0 §7.15.3).</summary>
    public bool PlacelessToo { get; init; }

    /// <summary>Only features that meet this area (WGS 84 polygon or multipolygon).</summary>
    public Geometry? Shape { get; init; }

    /// <summary>All of these must hold.</summary>
    public IReadOnlyList<FieldTest> Where { get; init; } = [];

    /// <summary>This must be true (CQL2); it is bound to the layer by whoever answers, who may work on it for <see cref="Cql2Limits.Time"/>.</summary>
    public Cql2Expression? Filter { get; init; }

    /// <summary>The layer as it was at this moment (time of occurrence); null is now. Of a static layer only what was edited one by one has a past: all else answers as it is.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Who asks. On layers with a <c>district</c> field it limits the answer.</summary>
    public Audience Audience { get; init; } = Audience.Everyone;

    /// <summary>Field to order by (or <c>id</c>, the default); ties are broken by id (lowest first, either way), nulls come last.</summary>
    public string OrderBy { get; init; } = "id";

    /// <summary>True for the highest first.</summary>
    public bool Descending { get; init; }

    /// <summary>Continue after the feature this token names (from <see cref="FeaturePage.Next"/>); null starts at the beginning.</summary>
    public string? After { get; init; }

    /// <summary>Skip so many matches first; 0 to 100,000. With a token, so many after the feature it names.</summary>
    public int Offset { get; init; }

    /// <summary>How many at most; 1 to 10,000.</summary>
    public int Limit { get; init; } = 100;
}
