using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SkiaSharp;

namespace CityMap.Viewer.Drawing;

/// <summary>
/// Exact coverage of small shapes, by the signed areas their edges leave in each pixel, summed along the rows (R. Levien, "Inside the
/// fastest font renderer in the world", 2016). A shape of fifty corners costs a fraction of what the general path filler takes for it.
/// </summary>
internal sealed class CoverageBuffer
{
    /// <summary>The widest shape it takes, pixels: one bit says of eight cells of a row whether an edge has touched them.</summary>
    public const int Widest = (32 * Block) - Spare;

    private const int Block = PixelBlocks.Size;

    // What begins at the last pixel is eight cells wide.
    private const int Spare = Block;
    private const float Upright = 1f / 64;

    private float[] _cells = [];
    private uint[] _touched = [];
    private int _stride;

    /// <summary>Where the buffer lies in the picture, pixels.</summary>
    public SKRectI Box { get; private set; }

    /// <summary>Makes room for a shape. The buffer is empty then.</summary>
    /// <param name="box">Holds the whole shape, pixels; not wider than <see cref="Widest"/>.</param>
    public void Begin(SKRectI box)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(box.Width, Widest);
        (Box, _stride) = (box, (box.Width + Spare + Block - 1) / Block * Block);
        if (_cells.Length < _stride * box.Height) _cells = new float[BitOperations.RoundUpToPowerOf2((uint)(_stride * box.Height))];
        if (_touched.Length < box.Height) _touched = new uint[box.Height];
    }

    /// <summary>Adds an edge, pixels of the picture; both ends inside the box.</summary>
    public void Edge(float x0, float y0, float x1, float y1)
    {
        if (y0 == y1) return;
        var sign = 1f;
        if (y0 > y1) (x0, y0, x1, y1, sign) = (x1, y1, x0, y0, -1f);
        (x0, y0, x1, y1) = (x0 - Box.Left, y0 - Box.Top, x1 - Box.Left, y1 - Box.Top);
        if (!(x0 >= 0 && x1 >= 0 && y0 >= 0 && x0 <= Box.Width && x1 <= Box.Width && y1 <= Box.Height)) return;
        var slope = (x1 - x0) / (y1 - y0);
        var (first, last) = ((int)y0, Math.Min((int)MathF.Ceiling(y1), Box.Height));
        var (left, right) = ((int)Math.Min(x0, x1), (int)Math.Max(x0, x1) + 1);
        // All its cells lie within eight, wherever a row cuts it: no row needs to ask how many.
        if (right - left < Block)
        {
            Short(left, right, first, last, x0, y0, y1, slope, sign);
            return;
        }

        var x = x0;
        for (var row = first; row < last; row++)
        {
            var height = Math.Min(row + 1, y1) - Math.Max(row, y0);
            var next = row == last - 1 ? x1 : x + (slope * height);
            Cross(row, Math.Min(x, next), Math.Max(x, next), height * sign);
            x = next;
        }
    }

    private void Short(int left, int right, int first, int last, float x0, float y0, float y1, float slope, float sign)
    {
        // A row is crossed somewhat slanted even where the edge is upright, so that its width divides.
        var half = Math.Max(Math.Abs(slope), Upright) / 2;
        var ends = Vector256.Create(1f, 2, 3, 4, 5, 6, 7, 8) + Vector256.Create((float)left);
        // Beyond the edge only rounding is left: it would stay behind where nobody looks for it.
        var within = Vector256.LessThanOrEqual(ends, Vector256.Create(right + 1f));
        var blocks = PixelBlocks.Between(left, right);
        for (var row = first; row < last; row++)
        {
            var (top, bottom) = (Math.Max(row, y0), Math.Min(row + 1, y1));
            var height = bottom - top;
            var (middle, reach) = (x0 + (slope * (((top + bottom) / 2) - y0)), half * height);
            var areas = Filled(ends - Vector256.Create(middle - reach)) - Filled(ends - Vector256.Create(middle + reach));
            areas *= Vector256.Create(reach > 0 ? sign * height / (2 * reach) : 0);
            ref var cell = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_cells), (row * _stride) + left);
            var steps = areas - Vector256.Shuffle(areas, Vector256.Create(-1, 0, 1, 2, 3, 4, 5, 6));
            (Vector256.LoadUnsafe(ref cell) + (steps & within)).StoreUnsafe(ref cell);
            _touched[row] |= blocks;
        }
    }

    // The integral, from where a crossing begins to the right end of each pixel, of how much of the pixel lies to its right.
    private static Vector256<float> Filled(Vector256<float> beyond)
    {
        var part = Vector256.MinNative(Vector256.MaxNative(beyond, Vector256<float>.Zero), Vector256<float>.One);
        return part * (beyond - (part * 0.5f));
    }

    /// <summary>Paints what was added, and empties the buffer.</summary>
    /// <param name="paint">Paints covers of eight pixels, and runs of one cover.</param>
    /// <param name="clip">Only inside, pixels.</param>
    public void Paint(ref CoverPaint paint, SKRectI clip)
    {
        for (var row = 0; row < Box.Height; row++)
        {
            if (_touched[row] == 0) continue;
            var y = Box.Top + row;
            var cells = _cells.AsSpan(row * _stride, _stride);
            if (y >= clip.Top && y < clip.Bottom) Row(ref paint, cells, _touched[row], y, clip);
            else cells.Clear();
            _touched[row] = 0;
        }
    }

    // Between the blocks an edge has touched the cover stays the same.
    private void Row(ref CoverPaint paint, Span<float> cells, uint touched, int y, SKRectI clip)
    {
        paint.Begin(y, clip.Left, clip.Right);
        var (sum, done) = (0f, 0);
        for (; touched != 0; touched &= touched - 1)
        {
            var block = BitOperations.TrailingZeroCount(touched) * Block;
            if (block > done) paint.Run(Box.Left + done, Box.Left + block, sum);
            ref var first = ref cells[block];
            var covers = Sums(Vector256.LoadUnsafe(ref first)) + Vector256.Create(sum);
            Vector256<float>.Zero.StoreUnsafe(ref first);
            paint.Eight(Box.Left + block, covers);
            (sum, done) = (covers[Block - 1], block + Block);
        }
    }

    // Each cell and all before it.
    private static Vector256<float> Sums(Vector256<float> cells)
    {
        cells += Vector256.Shuffle(cells, Vector256.Create(-1, 0, 1, 2, 3, 4, 5, 6));
        cells += Vector256.Shuffle(cells, Vector256.Create(-1, -1, 0, 1, 2, 3, 4, 5));
        return cells + Vector256.Shuffle(cells, Vector256.Create(-1, -1, -1, -1, 0, 1, 2, 3));
    }

    // What a piece of an edge within one row leaves behind: to its right the whole row is entered, in its own pixels a part.
    private void Cross(int row, float low, float high, float height)
    {
        var (first, last) = ((int)low, (int)MathF.Ceiling(high));
        ref var cells = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_cells), row * _stride);
        if (last <= first + 1)
        {
            var right = height * ((0.5f * (low + high)) - first);
            Unsafe.Add(ref cells, first) += height - right;
            Unsafe.Add(ref cells, first + 1) += right;
            last = first + 1;
        }
        else Slanted(_cells.AsSpan(row * _stride, _stride), low, high, first, last, height);

        _touched[row] |= PixelBlocks.Between(first, last);
    }

    private static void Slanted(Span<float> cells, float low, float high, int first, int last, float height)
    {
        var per = 1 / (high - low);
        var into = 1 - (low - first);
        var start = 0.5f * per * into * into;
        var over = high - last + 1;
        var end = 0.5f * per * over * over;
        cells[first] += height * start;
        if (last == first + 2) cells[first + 1] += height * (1 - start - end);
        else
        {
            var second = per * (into + 0.5f);
            cells[first + 1] += height * (second - start);
            for (var i = first + 2; i < last - 1; i++) cells[i] += height * per;
            cells[last - 1] += height * (1 - (second + ((last - first - 3) * per)) - end);
        }

        cells[last] += height * end;
    }
}
