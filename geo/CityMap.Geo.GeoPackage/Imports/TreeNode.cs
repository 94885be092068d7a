using System.Buffers.Binary;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.GeoPackage.Imports;

/// <summary>One cell of a node of an SQLite R-tree: a row or a node below, and a box that holds it.</summary>
/// <param name="Id">The row's or the node's number.</param>
/// <param name="MinX">West, rounded down.</param>
/// <param name="MaxX">East, rounded up.</param>
/// <param name="MinY">South, rounded down.</param>
/// <param name="MaxY">North, rounded up.</param>
internal readonly record struct TreeCell(long Id, float MinX, float MaxX, float MinY, float MaxY)
{
    /// <summary>The cell of a row.</summary>
    public static TreeCell Of(long id, Envelope box) => new(id, Down(box.MinX), Up(box.MaxX), Down(box.MinY), Up(box.MaxY));

    /// <summary>The cell of a node that holds some.</summary>
    public static TreeCell Around(long id, ReadOnlySpan<TreeCell> cells)
    {
        var around = cells[0] with { Id = id };
        foreach (var cell in cells[1..])
        {
            around = new(id, Math.Min(around.MinX, cell.MinX), Math.Max(around.MaxX, cell.MaxX), Math.Min(around.MinY, cell.MinY), Math.Max(around.MaxY, cell.MaxY));
        }

        return around;
    }

    private static float Down(double value) => (float)value is var near && near > value ? MathF.BitDecrement(near) : near;

    private static float Up(double value) => (float)value is var near && near < value ? MathF.BitIncrement(near) : near;
}

/// <summary>
/// A node of an SQLite R-tree of two dimensions, as its shadow table keeps it (ext/rtree/rtree.c, "Database Format of R-Tree Tables"): the depth of the tree,
/// which only the root states, the number of cells, and the cells, all big-endian.
/// </summary>
internal static class TreeNode
{
    /// <summary>The most cells of a node.</summary>
    public const int MostCells = 51;

    private const int Header = 4;
    private const int CellSize = sizeof(long) + (4 * sizeof(float));

    /// <summary>The bytes of a node; all nodes of a tree are as long.</summary>
    /// <param name="depth">How many levels are below the root; 0 for every other node.</param>
    /// <param name="cells">At most <see cref="MostCells"/>.</param>
    public static byte[] Encode(int depth, ReadOnlySpan<TreeCell> cells)
    {
        var bytes = new byte[Header + (MostCells * CellSize)];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)depth);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), (ushort)cells.Length);
        var at = bytes.AsSpan(Header);
        foreach (var cell in cells)
        {
            BinaryPrimitives.WriteInt64BigEndian(at, cell.Id);
            BinaryPrimitives.WriteSingleBigEndian(at[8..], cell.MinX);
            BinaryPrimitives.WriteSingleBigEndian(at[12..], cell.MaxX);
            BinaryPrimitives.WriteSingleBigEndian(at[16..], cell.MinY);
            BinaryPrimitives.WriteSingleBigEndian(at[20..], cell.MaxY);
            at = at[CellSize..];
        }

        return bytes;
    }
}
