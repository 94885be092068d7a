using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace CityMap.Viewer.Drawing;

/// <summary>
/// Exact coverage of small shapes, by the signed areas their edges leave in each pixel, summed along the rows (R. Levien, "Inside the
/// fastest font renderer in the world", 2016). A shape of fifty corners costs a fraction of what the general path filler takes for it.
/// </summary>
internal sealed class CoverageBuffer
{
    // Two cells beyond the right edge take what the last pixel passes on.
    private const int Spare = 2;
    private const float Least = 1f / 510;
    private const float Whole = 1 - Least;

    private float[] _cells = [];
    private Extent[] _rows = [];
    private int _stride;

    /// <summary>Where the buffer lies in the picture, pixels.</summary>
    public SKRectI Box { get; private set; }

    /// <summary>Makes room for a shape. The buffer is empty then.</summary>
    /// <param name="box">Holds the whole shape, pixels.</param>
    public void Begin(SKRectI box)
    {
        (Box, _stride) = (box, box.Width + Spare);
        if (_cells.Length < _stride * box.Height) _cells = new float[BitOperations.RoundUpToPowerOf2((uint)(_stride * box.Height))];
        if (_rows.Length < box.Height) _rows = new Extent[box.Height];
        Array.Fill(_rows, new(int.MaxValue, -1), 0, box.Height);
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
        var x = x0;
        for (var row = first; row < last; row++)
        {
            var height = Math.Min(row + 1, y1) - Math.Max(row, y0);
            var next = row == last - 1 ? x1 : x + (slope * height);
            Cross(row, Math.Min(x, next), Math.Max(x, next), height * sign);
            x = next;
        }
    }

    /// <summary>Paints what was added, and empties the buffer.</summary>
    /// <param name="pixels">The picture, row after row (RGBA, premultiplied).</param>
    /// <param name="width">Of the picture, pixels.</param>
    /// <param name="clip">Only inside, pixels.</param>
    /// <param name="colour">Premultiplied.</param>
    /// <param name="evenOdd">Whether what is enclosed twice is outside; else everything enclosed is inside.</param>
    public void Paint(Span<uint> pixels, int width, SKRectI clip, uint colour, bool evenOdd)
    {
        for (var row = 0; row < Box.Height; row++)
        {
            var (from, to) = _rows[row];
            if (to < 0) continue;
            var cells = _cells.AsSpan((row * _stride) + from, Math.Min(to, _stride - 1) - from + 1);
            var y = Box.Top + row;
            if (y >= clip.Top && y < clip.Bottom) Row(cells, pixels.Slice(y * width, width), Box.Left + from, clip, colour, evenOdd);
            cells.Clear();
        }
    }

    private static void Row(ReadOnlySpan<float> cells, Span<uint> line, int left, SKRectI clip, uint colour, bool evenOdd)
    {
        var (sum, right) = (0f, Math.Min(cells.Length, clip.Right - left));
        for (var i = 0; i < right;)
        {
            sum += cells[i];
            var cover = MathF.Abs(sum);
            if (cover > 1) cover = evenOdd && cover > 1 + Least ? Fold(cover) : 1;

            // Up to the next cell an edge has touched the cover stays the same.
            var same = i + 1 < right && cells[i + 1] == 0 ? Next(cells, i + 1, right) - i : 1;
            if (cover >= Least) Blend(line, Math.Max(clip.Left, left + i), left + i + same, cover, colour);
            i += same;
        }
    }

    private static void Blend(Span<uint> line, int from, int to, float cover, uint colour)
    {
        if (from >= to) return;
        if (cover < Whole) colour = PixelBlend.Faded(colour, (uint)((cover * 255) + 0.5f));
        var pixels = line[from..to];
        if (colour >> 24 == 255) pixels.Fill(colour);
        else
        {
            for (var x = 0; x < pixels.Length; x++) pixels[x] = PixelBlend.Over(colour, pixels[x]);
        }
    }

    private static int Next(ReadOnlySpan<float> cells, int from, int to)
    {
        var found = cells[from..to].IndexOfAnyExcept(0f);
        return found < 0 ? to : from + found;
    }

    // Inside once is 1, twice 0, three times 1 again.
    private static float Fold(float cover)
    {
        var rest = cover % 2;
        return rest > 1 ? 2 - rest : rest;
    }

    // What a piece of an edge within one row leaves behind: to its right the whole row is entered, in its own pixels a part.
    private void Cross(int row, float low, float high, float height)
    {
        var (first, last) = ((int)low, (int)MathF.Ceiling(high));
        ref var cells = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_cells), row * _stride);
        ref var extent = ref _rows[row];
        if (last <= first + 1)
        {
            var right = height * ((0.5f * (low + high)) - first);
            Unsafe.Add(ref cells, first) += height - right;
            Unsafe.Add(ref cells, first + 1) += right;
            last = first + 1;
        }
        else Slanted(_cells.AsSpan(row * _stride, _stride), low, high, first, last, height);

        if (first < extent.From) extent.From = first;
        if (last > extent.To) extent.To = last;
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

    private record struct Extent(int From, int To);
}
