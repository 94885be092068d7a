using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SkiaSharp;

namespace CityMap.Viewer.Drawing;

/// <summary>
/// Coverage of a thin line along short edges, by each pixel's distance to the nearest of them: as graphics processors draw lines, and
/// with round corners. Eight pixels at a time, each edge looks only at those it can reach.
/// </summary>
internal sealed class BandBuffer
{
    /// <summary>The widest band it takes, pixels: one bit says of eight cells of a row whether an edge has touched them.</summary>
    public const int Widest = 31 * Block;

    private const int Block = PixelBlocks.Size;
    private static readonly Vector256<float> _steps = Vector256.Create(0.5f, 1.5f, 2.5f, 3.5f, 4.5f, 5.5f, 6.5f, 7.5f);

    private float[] _cells = [];
    private uint[] _touched = [];
    private int _stride;
    private float _half;

    /// <summary>Where the buffer lies in the picture, pixels.</summary>
    public SKRectI Box { get; private set; }

    /// <summary>Makes room for a band. The buffer is empty then.</summary>
    /// <param name="box">Holds the whole band with a pixel around it, pixels; not wider than <see cref="Widest"/>.</param>
    /// <param name="width">Of the band, pixels.</param>
    public void Begin(SKRectI box, float width)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(box.Width, Widest);
        // The last eight pixels of a row may begin at its last pixel.
        (Box, _half, _stride) = (box, width / 2, ((box.Width + Block - 1) / Block * Block) + Block);
        var cells = _stride * box.Height;
        if (_cells.Length < cells) _cells = new float[BitOperations.RoundUpToPowerOf2((uint)cells)];
        if (_touched.Length < box.Height) _touched = new uint[box.Height];
    }

    /// <summary>Adds an edge, pixels of the picture; what lies outside the box is left out.</summary>
    public void Edge(SKPoint from, SKPoint to)
    {
        var reach = _half + 0.5f;
        var (x, y, dx, dy) = (from.X - Box.Left, from.Y - Box.Top, to.X - from.X, to.Y - from.Y);
        var (first, last) = ((int)Math.Max(0, Math.Min(y, y + dy) - reach), Math.Min(Box.Height, (int)(Math.Max(y, y + dy) + reach) + 1));
        var (left, right) = ((int)Math.Max(0, Math.Min(x, x + dx) - reach), Math.Min(Box.Width, (int)(Math.Max(x, x + dx) + reach) + 1));
        var line = new Line(x, y, dx, dy, _half);
        if (right - left <= Block) Short(line, left, PixelBlocks.Between(left, right - 1), first, last);
        else Long(line, first, last, reach);
    }

    private void Short(in Line line, int left, uint blocks, int first, int last)
    {
        var px = line.Columns(left);
        for (var row = first; row < last; row++)
        {
            _touched[row] |= blocks;
            Put(row, left, line.Covers(px, row));
        }
    }

    // A row looks only at the piece of the edge within its reach.
    private void Long(in Line line, int first, int last, float reach)
    {
        for (var row = first; row < last; row++)
        {
            var (from, to) = line.Within(row + 0.5f - reach, row + 0.5f + reach);
            var end = Math.Min(Box.Width, (int)(to + reach) + 1);
            for (var at = (int)Math.Max(0, from - reach); at < end; at += Block)
            {
                _touched[row] |= PixelBlocks.Between(at, at + Block - 1);
                Put(row, at, line.Covers(line.Columns(at), row));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(int row, int at, Vector256<float> covers)
    {
        ref var cell = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_cells), (row * _stride) + at);
        Vector256.MaxNative(Vector256.LoadUnsafe(ref cell), covers).StoreUnsafe(ref cell);
    }

    /// <summary>Paints what was added, and empties the buffer.</summary>
    /// <param name="paint">Paints covers of eight pixels.</param>
    /// <param name="clip">Only inside, pixels.</param>
    public void Paint(ref CoverPaint paint, SKRectI clip)
    {
        for (var row = 0; row < Box.Height; row++)
        {
            var y = Box.Top + row;
            var inside = y >= clip.Top && y < clip.Bottom;
            if (inside && _touched[row] != 0) paint.Begin(y, clip.Left, clip.Right);
            for (var touched = _touched[row]; touched != 0; touched &= touched - 1)
            {
                var block = BitOperations.TrailingZeroCount(touched) * Block;
                ref var cells = ref _cells[(row * _stride) + block];
                if (inside) paint.Eight(Box.Left + block, Vector256.LoadUnsafe(ref cells));
                Vector256<float>.Zero.StoreUnsafe(ref cells);
            }

            _touched[row] = 0;
        }
    }

    private readonly struct Line
    {
        private readonly float _x;
        private readonly float _y;
        private readonly float _dx;
        private readonly float _dy;
        private readonly Vector256<float> _alongX;
        private readonly float _alongY;
        private readonly Vector256<float> _most;
        private readonly Vector256<float> _reach;

        public Line(float x, float y, float dx, float dy, float half)
        {
            (_x, _y, _dx, _dy) = (x, y, dx, dy);
            var square = (dx * dx) + (dy * dy);
            var inverse = square > 0 ? 1 / square : 0;
            (_alongX, _alongY) = (Vector256.Create(dx * inverse), dy * inverse);
            (_most, _reach) = (Vector256.Create(Math.Min(2 * half, 1)), Vector256.Create(half + 0.5f));
        }

        /// <summary>From where to where the edge lies between two heights.</summary>
        public (float From, float To) Within(float top, float bottom)
        {
            // A flat edge lies there whole.
            if (Math.Abs(_dy) < 1e-3f) return (Math.Min(_x, _x + _dx), Math.Max(_x, _x + _dx));
            var (enter, leave) = (Math.Clamp((top - _y) / _dy, 0, 1), Math.Clamp((bottom - _y) / _dy, 0, 1));
            var (a, b) = (_x + (enter * _dx), _x + (leave * _dx));
            return (Math.Min(a, b), Math.Max(a, b));
        }

        /// <summary>How far right of the edge's beginning the middles of eight pixels lie.</summary>
        public Vector256<float> Columns(int first) => _steps + Vector256.Create(first - _x);

        // A pixel counts as far as its middle lies from the edge, as if the band passed it straight on: what its span of one pixel shares
        // with the band's. Below nothing for those out of reach: the greatest counts.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Covers(Vector256<float> px, int row)
        {
            var py = row + 0.5f - _y;
            var along = Vector256.MultiplyAddEstimate(px, _alongX, Vector256.Create(py * _alongY));
            along = Vector256.MinNative(Vector256.MaxNative(along, Vector256<float>.Zero), Vector256<float>.One);
            var ox = Vector256.MultiplyAddEstimate(along, Vector256.Create(-_dx), px);
            var oy = Vector256.MultiplyAddEstimate(along, Vector256.Create(-_dy), Vector256.Create(py));
            return Vector256.MinNative(_reach - Vector256.Sqrt(Vector256.MultiplyAddEstimate(ox, ox, oy * oy)), _most);
        }
    }
}
