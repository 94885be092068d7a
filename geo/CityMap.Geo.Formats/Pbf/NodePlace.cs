using System.Runtime.InteropServices;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>Where a node is.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Lon">Ten-millionths of a degree.</param>
/// <param name="Lat">Ten-millionths of a degree.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NodePlace(long Id, int Lon, int Lat) : IComparable<NodePlace>
{
    /// <summary>Bytes of one in a file.</summary>
    public const int Size = 16;

    /// <inheritdoc/>
    public int CompareTo(NodePlace other) => Id.CompareTo(other.Id);
}
