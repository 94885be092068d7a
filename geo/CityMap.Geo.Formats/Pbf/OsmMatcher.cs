namespace CityMap.Geo.Formats.Pbf;

/// <summary>Finds the layers an element belongs to.</summary>
internal sealed class OsmMatcher(OsmRules rules)
{
    private readonly List<OsmLayer> _found = [];

    /// <summary>The tags of the element looked at last, of keys that rules ask for.</summary>
    public OsmTags Tags { get; } = new();

    /// <summary>The layers among the candidates that take an element with these tags; good until the next call.</summary>
    public IReadOnlyList<OsmLayer> Match(PbfBlock block, ReadOnlySpan<int> tags, IReadOnlyList<OsmLayer> candidates)
    {
        _found.Clear();
        if (tags.IsEmpty) return _found;
        Read(block, tags);
        if (Tags.Count == 0) return _found;
        foreach (var layer in candidates)
        {
            if (layer.Takes(Tags)) _found.Add(layer);
        }

        return _found;
    }

    private void Read(PbfBlock block, ReadOnlySpan<int> tags)
    {
        Tags.Clear();
        for (var i = 0; i + 1 < tags.Length; i += 2)
        {
            if (Knows(block, tags[i])) Tags.Add(block.Text(tags[i]), block.Text(tags[i + 1]));
        }
    }

    private bool Knows(PbfBlock block, int key)
    {
        if ((uint)key >= (uint)block.KnownKeys.Length) throw new InvalidDataException("a tag names a text that the block does not hold");
        ref var known = ref block.KnownKeys[key];
        if (known == 0) known = rules.Knows(block.Text(key)) ? 1 : -1;
        return known > 0;
    }
}
