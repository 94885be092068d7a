using System.Runtime.InteropServices;
using CityMap.Geo.Indexing;

namespace CityMap.Geo.Areas;

/// <summary>
/// Builds an <see cref="AreaGrid"/> by drawing each area's edges into the grid, row by row, and filling between them: the work is
/// proportional to edges and cells touched, never to areas times cells.
/// </summary>
internal sealed class AreaGridBuilder
{
    private readonly GridFrame _frame;
    private readonly int[] _cover;
    private readonly byte[] _border;
    private readonly byte[] _flips;
    private readonly List<Entry> _entries = [];
    private readonly List<Edge> _banded = [];
    private readonly int[] _rowStarts;

    private AreaGridBuilder(GridFrame frame)
    {
        _frame = frame;
        _cover = new int[frame.Columns * frame.Rows];
        (_border, _flips) = (new byte[frame.Columns], new byte[frame.Columns]);
        _rowStarts = new int[frame.Rows + 1];
    }

    /// <summary>The grid over areas given by their edges, in order of rank.</summary>
    public static AreaGrid Build(IReadOnlyList<List<Edge>> areas, double cellsPerEdge)
    {
        var (box, count) = (new Box(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue), 0);
        foreach (var area in areas)
        {
            count += area.Count;
            foreach (ref readonly var e in CollectionsMarshal.AsSpan(area))
            {
                box = new(Math.Min(box.MinX, Math.Min(e.Ax, e.Bx)), Math.Min(box.MinY, e.Ay), Math.Max(box.MaxX, Math.Max(e.Ax, e.Bx)), Math.Max(box.MaxY, e.By));
            }
        }

        if (count == 0) box = new(0, 0, 0, 0);
        var builder = new AreaGridBuilder(GridFrame.Around(box, Math.Clamp(count * cellsPerEdge, 1024, 4_194_304)));
        for (var rank = 0; rank < areas.Count; rank++) builder.Draw(rank, CollectionsMarshal.AsSpan(areas[rank]));
        return builder.Finish();
    }

    private void Draw(int area, ReadOnlySpan<Edge> edges)
    {
        if (edges.IsEmpty) return;
        var (firstRow, lastRow) = (int.MaxValue, 0);
        foreach (ref readonly var e in edges)
        {
            var (low, high) = (_frame.Row(e.Ay), _frame.Row(e.By));
            (firstRow, lastRow) = (Math.Min(firstRow, low), Math.Max(lastRow, high));
            for (var row = low; row <= high; row++) _rowStarts[row]++;
        }

        var begin = _banded.Count;
        var total = begin;
        for (var row = firstRow; row <= lastRow; row++) (_rowStarts[row], total) = (total, total + _rowStarts[row]);
        CollectionsMarshal.SetCount(_banded, total);
        var banded = CollectionsMarshal.AsSpan(_banded);
        foreach (ref readonly var e in edges)
        {
            var high = _frame.Row(e.By);
            for (var row = _frame.Row(e.Ay); row <= high; row++) banded[_rowStarts[row]++] = e;
        }

        // Filling moved every start to its row's end, which is the next row's start.
        for (var row = firstRow; row <= lastRow; row++)
        {
            var end = _rowStarts[row];
            var start = row == firstRow ? begin : _rowStarts[row - 1];
            FillRow(area, row, start, end);
        }

        _rowStarts.AsSpan(firstRow, lastRow - firstRow + 1).Clear();
    }

    private void FillRow(int area, int row, int start, int end)
    {
        var (first, last) = (int.MaxValue, 0);
        var (south, north) = (_frame.RowStart(row), _frame.RowStart(row + 1));
        var middle = (south + north) / 2;
        foreach (ref readonly var e in CollectionsMarshal.AsSpan(_banded)[start..end])
        {
            var slope = e.By > e.Ay ? (e.Bx - e.Ax) / (e.By - e.Ay) : 0;
            // Rows, not heights, say whether an edge goes on beyond the row: rounding may put a height on either side of the line.
            var x0 = _frame.Row(e.Ay) == row ? e.Ax : e.Ax + ((south - e.Ay) * slope);
            var x1 = _frame.Row(e.By) == row ? e.Bx : e.Ax + ((north - e.Ay) * slope);
            // The margin is far larger than rounding and far smaller than a cell.
            var from = Clamp(_frame.Column(Math.Min(x0, x1)) - 1e-6);
            var to = Clamp(_frame.Column(Math.Max(x0, x1)) + 1e-6);
            for (var c = from; c <= to; c++) _border[c] = 1;
            (first, last) = (Math.Min(first, from), Math.Max(last, to));
            if (e.Ay <= middle && middle < e.By)
            {
                var flip = Math.Clamp(Clamp(_frame.Column(e.Ax + ((middle - e.Ay) * slope))), from, to);
                _flips[flip] ^= 1;
            }
        }

        var inside = 0;
        var cell = (row * _frame.Columns) + first;
        for (var c = first; c <= last; c++, cell++)
        {
            if (_border[c] != 0) _entries.Add(new(cell, area, start, end - start));
            else if (inside != 0) Cover(cell, area);
            inside ^= _flips[c];
            (_border[c], _flips[c]) = (0, 0);
        }
    }

    private void Cover(int cell, int area)
    {
        if (_cover[cell] == 0) _cover[cell] = area + 1;
        else _entries.Add(new(cell, area, AreaGrid.WholeCell, 0));
    }

    private int Clamp(double column) => Math.Clamp((int)column, 0, _frame.Columns - 1);

    private AreaGrid Finish()
    {
        // Entries come in order of rank; the covering area is put among them where its rank belongs.
        var counts = new int[_cover.Length];
        foreach (ref readonly var e in CollectionsMarshal.AsSpan(_entries)) counts[e.Cell]++;
        var cells = new int[_cover.Length];
        var size = 0;
        for (var c = 0; c < cells.Length; c++)
        {
            cells[c] = counts[c] == 0 ? _cover[c] : ~size;
            if (counts[c] > 0) size += 1 + (3 * (counts[c] + (_cover[c] > 0 ? 1 : 0)));
        }

        var lists = new int[size];
        foreach (ref readonly var e in CollectionsMarshal.AsSpan(_entries))
        {
            var list = lists.AsSpan(~cells[e.Cell]);
            if (_cover[e.Cell] > 0 && _cover[e.Cell] - 1 < e.Area) PutCover(list, e.Cell);
            Put(list, e.Area, e.Start, e.Count);
        }

        for (var c = 0; c < cells.Length; c++)
        {
            if (cells[c] < 0 && _cover[c] > 0) PutCover(lists.AsSpan(~cells[c]), c);
        }

        return new(_frame, cells, lists, [.. _banded]);
    }

    private void PutCover(Span<int> list, int cell)
    {
        Put(list, _cover[cell] - 1, AreaGrid.WholeCell, 0);
        _cover[cell] = 0;
    }

    private static void Put(Span<int> list, int area, int start, int count)
    {
        var at = 1 + (3 * list[0]++);
        (list[at], list[at + 1], list[at + 2]) = (area, start, count);
    }

    private readonly record struct Entry(int Cell, int Area, int Start, int Count);
}
