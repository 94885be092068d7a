using CityMap.Geo.Indexing;
using NetTopologySuite.Geometries;

namespace CityMap.Viewer.Data;

/// <summary>The features of one source, with an index over their boxes made when it is first needed. Immutable, to be shared.</summary>
public sealed class FeatureSet(IReadOnlyList<MapFeature> features)
{
    // Below this a look at every box is faster than an index.
    private const int WorthIndexing = 2_000;
    private readonly Lazy<PackedIndex> _index = new(() => Index(features));

    /// <summary>Nothing.</summary>
    public static FeatureSet Empty { get; } = new([]);

    /// <summary>The features, in drawing order.</summary>
    public IReadOnlyList<MapFeature> Features { get; } = features;

    /// <summary>Those whose box meets a box of the unit square, in drawing order.</summary>
    public List<MapFeature> Within(double minX, double minY, double maxX, double maxY)
    {
        var found = new List<MapFeature>();
        if (Features.Count < WorthIndexing)
        {
            foreach (var f in Features)
            {
                if (f.MaxX >= minX && f.MinX <= maxX && f.MaxY >= minY && f.MinY <= maxY) found.Add(f);
            }

            return found;
        }

        var rows = new List<int>();
        _index.Value.Search(minX, minY, maxX, maxY, rows);
        rows.Sort();
        foreach (var row in rows) found.Add(Features[row]);
        return found;
    }

    private static PackedIndex Index(IReadOnlyList<MapFeature> features)
    {
        var boxes = new Envelope[features.Count];
        for (var i = 0; i < boxes.Length; i++) boxes[i] = new(features[i].MinX, features[i].MaxX, features[i].MinY, features[i].MaxY);
        return PackedIndex.OfBoxes(boxes);
    }
}
