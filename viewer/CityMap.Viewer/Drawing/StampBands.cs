namespace CityMap.Viewer.Drawing;

/// <summary>
/// Puts stamps band by band of the picture, in their order within each: a band stays in the processor's cache, while a hundred thousand
/// places all over a picture fetch nearly every row from memory.
/// </summary>
internal static class StampBands
{
    private const int Rows = 64;

    /// <summary>Puts a stamp at many places.</summary>
    /// <param name="stamps">The stamp.</param>
    /// <param name="places">Upper left corners, pixels; the later ones lie on top.</param>
    /// <param name="height">Of the picture, pixels.</param>
    public static void Put(in StampPixels stamps, ReadOnlySpan<(int Left, int Top)> places, int height)
    {
        var bands = (height + Rows - 1) / Rows;
        var starts = new int[bands + 1];
        foreach (var (_, top) in places)
        {
            var (first, last) = Bands(top, stamps.Height, bands);
            for (var band = first; band <= last; band++) starts[band + 1]++;
        }

        for (var band = 0; band < bands; band++) starts[band + 1] += starts[band];
        var (order, next) = (new int[starts[bands]], (int[])starts.Clone());
        for (var i = 0; i < places.Length; i++)
        {
            var (first, last) = Bands(places[i].Top, stamps.Height, bands);
            for (var band = first; band <= last; band++) order[next[band]++] = i;
        }

        for (var band = 0; band < bands; band++)
        {
            foreach (var i in order.AsSpan(starts[band], starts[band + 1] - starts[band]))
            {
                stamps.Put(places[i].Left, places[i].Top, band * Rows, (band + 1) * Rows);
            }
        }
    }

    // From the first to the last band a stamp touches; none above or below the picture.
    private static (int First, int Last) Bands(int top, int rows, int bands) =>
        (Math.Max(0, top) / Rows, Math.Min(bands - 1, top + rows <= 0 ? -1 : (top + rows - 1) / Rows));
}
