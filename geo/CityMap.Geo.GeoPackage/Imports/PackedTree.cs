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
            var above = Grouped(level, alone: level.Count <= TreeNode.MostCells);
            await WriteNodesAsync(level, above, level.Count <= TreeNode.MostCells ? depth : 0, cancellationToken);
            var parents = level.Select((cell, i) => (cell.Id, above[i / TreeNode.MostCells].Id)).ToList();
            await WriteAsync(parents, (db, pair) => db.Prepare(_putParent).Bind(pair.Item1).Bind(pair.Item2).Finish(), cancellationToken);
            if (above.Count == 1) return;
            level = above;
        }
    }

    // The cells of the leaves; none when all rows fit into the root.
    private async Task<List<TreeCell>> LeavesAsync(CancellationToken cancellationToken)
    {
        var leaves = new List<TreeCell>();
        using var snapshot = await Task.Run(_desk.Readers.Begin, cancellationToken);
        for (var after = long.MinValue; ;)
        {
            var rows = await Task.Run(() => snapshot.Read(db => Read(db, after), cancellationToken), cancellationToken);
            if (rows.Count == 0) return leaves;
            after = rows[^1].Id;
            var alone = leaves.Count == 0 && rows.Count <= TreeNode.MostCells;
            var (cells, order) = await Task.Run(() => Ordered(rows), cancellationToken);
            var nodes = Grouped(cells, alone);
            await WriteNodesAsync(cells, nodes, 0, cancellationToken);
            var leafOf = new long[rows.Count];
            for (var i = 0; i < order.Length; i++) leafOf[order[i]] = nodes[i / TreeNode.MostCells].Id;
            var places = Enumerable.Range(0, rows.Count).ToList();
            await WriteAsync(places, (db, row) => db.Prepare(_putRow).Bind(rows[row].Id).Bind(leafOf[row]).Finish(), cancellationToken);
            if (alone) return [];
            leaves.AddRange(nodes);
        }
    }

    private List<TreeCell> Read(Db db, long after)
    {
        var cells = new List<TreeCell>();
        using var rows = db.Prepare($"SELECT fid, geom FROM {_stage} WHERE fid > ? AND geom NOT NULL ORDER BY fid LIMIT {MostTogether}").Bind(after).Rows();
        while (rows.Step())
        {
            if (rows.Bytes(1) is var blob && !GeometryBlob.IsEmpty(blob)) cells.Add(TreeCell.Of(rows.Long(0), GeometryBlob.Box(blob)));
        }

        return cells;
    }

    private static (List<TreeCell> Cells, int[] Order) Ordered(List<TreeCell> rows)
    {
        var (x, y) = (new double[rows.Count], new double[rows.Count]);
        for (var i = 0; i < rows.Count; i++) (x[i], y[i]) = (((double)rows[i].MinX + rows[i].MaxX) / 2, ((double)rows[i].MinY + rows[i].MaxY) / 2);
        var order = HilbertOrder.Of(x, y);
        return ([.. order.Select(row => rows[row])], order);
    }

    // The nodes that hold some cells, in their order.
    private List<TreeCell> Grouped(List<TreeCell> cells, bool alone)
    {
        var nodes = new List<TreeCell>((cells.Count / TreeNode.MostCells) + 1);
        for (var from = 0; from < cells.Count; from += TreeNode.MostCells) nodes.Add(TreeCell.Around(alone ? Root : ++_last, Group(cells, from)));
        return nodes;
    }

    private static ReadOnlySpan<TreeCell> Group(List<TreeCell> cells, int from) =>
        CollectionsMarshal.AsSpan(cells).Slice(from, Math.Min(TreeNode.MostCells, cells.Count - from));

    private Task WriteNodesAsync(List<TreeCell> cells, List<TreeCell> nodes, int depth, CancellationToken cancellationToken) => WriteAsync(
        [.. Enumerable.Range(0, nodes.Count)],
        (db, node) => db.Prepare(_putNode).Bind(nodes[node].Id).Bind(TreeNode.Encode(depth, Group(cells, node * TreeNode.MostCells))).Finish(),
        cancellationToken);

    private async Task WriteAsync<T>(List<T> items, Action<Db, T> write, CancellationToken cancellationToken)
    {
        for (var written = 0; written < items.Count;)
        {
            var from = written;
            written = await _desk.Writer.RunAsync(Urgency.Idle, db => db.InPassing(() => WriteSome(db, from)), cancellationToken);
        }

        int WriteSome(Db db, int from)
        {
            var piece = _desk.NewPiece();
            var at = from;
            for (; at < items.Count && !(at > from && piece.IsOver); at++) write(db, items[at]);
            return at;
        }
    }
}
