using System.Runtime.InteropServices;
using CityMap.Geo.GeoPackage.Layers;
using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.GeoPackage.Values;
using CityMap.Geo.Indexing;

namespace CityMap.Geo.GeoPackage.Imports;

/// <summary>
/// Fills the R-tree of a staged table when all its rows are there, leaf by leaf along a Hilbert curve, by its shadow tables
/// (sqlite.org/rtree.html §4.1). Row by row, each insert would write other pages of it: eight times as much.
/// </summary>
internal sealed class PackedTree
{
    private const long Root = 1;

    // So many rows are ordered together: memory does not grow with the layer.
    private const int MostTogether = 1 << 17;

    private readonly ImportDesk _desk;
    private readonly string _stage;
    private readonly string _putNode;
    private readonly string _putRow;
    private readonly string _putParent;
    private double[] _x = [];
    private double[] _y = [];
    private long _last = Root;

    private PackedTree(ImportDesk desk, string stage)
    {
        var tree = LayerTable.TreeOf(stage);
        (_desk, _stage) = (desk, LayerTable.Quote(stage));
        _putNode = $"INSERT OR REPLACE INTO {LayerTable.Quote(tree + "_node")} VALUES (?, ?)";
        _putRow = $"INSERT INTO {LayerTable.Quote(tree + "_rowid")} VALUES (?, ?)";
        _putParent = $"INSERT INTO {LayerTable.Quote(tree + "_parent")} VALUES (?, ?)";
    }

    /// <summary>Fills the tree of a staged table, which is empty so far.</summary>
    public static Task BuildAsync(ImportDesk desk, string stage, CancellationToken cancellationToken) => new PackedTree(desk, stage).RunAsync(cancellationToken);

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var level = await LeavesAsync(cancellationToken);
        for (var depth = 1; level.Count > 0; depth++)
        {
            var cells = CollectionsMarshal.AsSpan(level);
            var alone = cells.Length <= TreeNode.MostCells;
            var above = Grouped(cells, alone);
            await WriteNodesAsync(level, above, alone ? depth : 0, cancellationToken);
            var below = level;
            await WriteAsync(
                below.Count, (db, i) => db.Prepare(_putParent).Bind(below[i].Id).Bind(above[i / TreeNode.MostCells].Id).Finish(), cancellationToken);
            if (alone) return;
            level = above;
        }
    }

    // The cells of the leaves; none when all rows fit into the root. The same memory serves one part of the rows after another.
    private async Task<List<TreeCell>> LeavesAsync(CancellationToken cancellationToken)
    {
        var (rows, ordered, leafOf) = (new List<TreeCell>(), new List<TreeCell>(), Array.Empty<long>());
        var leaves = new List<TreeCell>();
        using var snapshot = await Task.Run(_desk.Readers.Begin, cancellationToken);
        for (var after = long.MinValue; ;)
        {
            await Task.Run(() => snapshot.Read(db => Read(db, after, rows), cancellationToken), cancellationToken);
            if (rows.Count == 0) return leaves;
            after = rows[^1].Id;
            if (leafOf.Length < rows.Count) leafOf = new long[rows.Count];
            var nodes = Leaves(rows, ordered, leafOf, alone: leaves.Count == 0 && rows.Count <= TreeNode.MostCells);
            await WriteNodesAsync(ordered, nodes, 0, cancellationToken);
            await WriteAsync(rows.Count, (db, row) => db.Prepare(_putRow).Bind(rows[row].Id).Bind(leafOf[row]).Finish(), cancellationToken);
            if (nodes[0].Id == Root) return [];
            leaves.AddRange(nodes);
        }
    }

    private int Read(Db db, long after, List<TreeCell> cells)
    {
        cells.Clear();
        using var rows = db.Prepare($"SELECT fid, geom FROM {_stage} WHERE fid > ? AND geom NOT NULL ORDER BY fid LIMIT {MostTogether}").Bind(after).Rows();
        while (rows.Step())
        {
            if (rows.Bytes(1) is var blob && !GeometryBlob.IsEmpty(blob)) cells.Add(TreeCell.Of(rows.Long(0), GeometryBlob.Box(blob)));
        }

        return cells.Count;
    }

    // Orders rows along the curve, groups them, and notes in which leaf each lies.
    private List<TreeCell> Leaves(List<TreeCell> rows, List<TreeCell> ordered, long[] leafOf, bool alone)
    {
        if (_x.Length < rows.Count) (_x, _y) = (new double[rows.Count], new double[rows.Count]);
        for (var i = 0; i < rows.Count; i++) (_x[i], _y[i]) = (((double)rows[i].MinX + rows[i].MaxX) / 2, ((double)rows[i].MinY + rows[i].MaxY) / 2);
        var order = HilbertOrder.Of(_x.AsSpan(0, rows.Count), _y.AsSpan(0, rows.Count));
        ordered.Clear();
        foreach (var row in order) ordered.Add(rows[row]);
        var nodes = Grouped(CollectionsMarshal.AsSpan(ordered), alone);
        for (var i = 0; i < order.Length; i++) leafOf[order[i]] = nodes[i / TreeNode.MostCells].Id;
        return nodes;
    }

    // The nodes that hold some cells, in their order.
    private List<TreeCell> Grouped(ReadOnlySpan<TreeCell> cells, bool alone)
    {
        var nodes = new List<TreeCell>((cells.Length / TreeNode.MostCells) + 1);
        for (var from = 0; from < cells.Length; from += TreeNode.MostCells) nodes.Add(TreeCell.Around(alone ? Root : ++_last, Group(cells, from)));
        return nodes;
    }

    private static ReadOnlySpan<TreeCell> Group(ReadOnlySpan<TreeCell> cells, int from) => cells.Slice(from, Math.Min(TreeNode.MostCells, cells.Length - from));

    private Task WriteNodesAsync(List<TreeCell> cells, List<TreeCell> nodes, int depth, CancellationToken cancellationToken) => WriteAsync(
        nodes.Count,
        (db, node) => db.Prepare(_putNode).Bind(nodes[node].Id)
            .Bind(TreeNode.Encode(depth, Group(CollectionsMarshal.AsSpan(cells), node * TreeNode.MostCells))).Finish(),
        cancellationToken);

    private async Task WriteAsync(int count, Action<Db, int> write, CancellationToken cancellationToken)
    {
        for (var written = 0; written < count;)
        {
            var from = written;
            written = await _desk.Writer.RunAsync(Urgency.Idle, db => db.InPassing(() => WriteSome(db, from)), cancellationToken);
        }

        int WriteSome(Db db, int from)
        {
            var piece = _desk.NewPiece();
            var at = from;
            for (; at < count && !(at > from && piece.IsOver); at++) write(db, at);
            return at;
        }
    }
}
