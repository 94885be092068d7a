namespace CityMap.Geo.Formats.Pbf;

/// <summary>Which kinds of elements a block holds.</summary>
[Flags]
internal enum PbfKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Nodes.</summary>
    Nodes = 1,

    /// <summary>Ways.</summary>
    Ways = 2,

    /// <summary>Relations.</summary>
    Relations = 4,
}

/// <summary>Takes the elements of a block. The lists are only good during the call.</summary>
internal abstract class PbfElements
{
    /// <summary>A node; its tags are pairs of numbers of texts.</summary>
    /// <param name="block">Whose texts they are.</param>
    /// <param name="id">Its id.</param>
    /// <param name="lon">Ten-millionths of a degree.</param>
    /// <param name="lat">Ten-millionths of a degree.</param>
    /// <param name="tags">Key, value, key, value, …</param>
    public virtual void Node(PbfBlock block, long id, int lon, int lat, ReadOnlySpan<int> tags)
    {
    }

    /// <summary>A way through nodes.</summary>
    public virtual void Way(PbfBlock block, long id, ReadOnlySpan<int> tags, ReadOnlySpan<long> nodes)
    {
    }

    /// <summary>A relation and those of its members that are ways.</summary>
    public virtual void Relation(PbfBlock block, long id, ReadOnlySpan<int> tags, ReadOnlySpan<long> ways)
    {
    }
}
