using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>What a layer made from OpenStreetMap holds.</summary>
public enum OsmShape
{
    /// <summary>Nodes; with <see cref="OsmLayer.Areas"/> also a point within each area.</summary>
    Point,

    /// <summary>Ways.</summary>
    Line,

    /// <summary>Closed ways, and relations of the types multipolygon and boundary.</summary>
    Polygon,
}

/// <summary>A layer made from OpenStreetMap: which elements it takes by their tags, and which tags become its values.</summary>
/// <param name="Id">Its name, <c>[a-z][a-z0-9_]*</c>.</param>
/// <param name="Shape">What it holds.</param>
/// <param name="Any">An element belongs to it when one of these tests holds.</param>
/// <param name="None">And none of these.</param>
/// <param name="Fields">Tags that become values, in their order.</param>
/// <param name="Areas">For points: areas count too, by a point within them.</param>
public sealed record OsmLayer(string Id, OsmShape Shape, IReadOnlyList<OsmTest> Any, IReadOnlyList<OsmTest> None, IReadOnlyList<string> Fields, bool Areas)
{
    /// <summary>True when an element with these tags belongs to the layer.</summary>
    public bool Takes(OsmTags tags) => Holds(Any, tags) && !Holds(None, tags);

    /// <summary>The place of an area in the layer.</summary>
    internal Geometry Place(Geometry area) => Shape == OsmShape.Point ? area.InteriorPoint : area;

    // Asked of every element for every layer: without an enumerator each time.
    private static bool Holds(IReadOnlyList<OsmTest> tests, OsmTags tags)
    {
        for (var i = 0; i < tests.Count; i++)
        {
            if (tags.Meets(tests[i])) return true;
        }

        return false;
    }
}

/// <summary>A test of one tag.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Values">Its values; empty for any value but <c>no</c>.</param>
public sealed record OsmTest(string Key, IReadOnlyList<string> Values)
{
    /// <summary>Reads <c>key</c> (any value but <c>no</c>), <c>key=value</c> or <c>key=value|value</c>.</summary>
    /// <exception cref="FormatException">It is none of these.</exception>
    public static OsmTest Parse(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        var key = at < 0 ? text : text[..at];
        var values = at < 0 ? [] : text[(at + 1)..].Split('|');
        return key.Length > 0 && values.All(v => v.Length > 0)
            ? new(key, values)
            : throw new FormatException($"\"{text}\" is no test of a tag: key, key=value or key=value|value.");
    }
}
