using System.Runtime.CompilerServices;
using CityMap.Geo.Coordinates;

namespace CityMap.Geo.Tiles;

/// <summary>
/// Degrees to the units of one tile, y downward. From zoom 10 on the projection is a polynomial around the middle of the tile, a
/// millionth of a unit from the exact one and many times faster.
/// </summary>
internal readonly struct TileProjection
{
    private const int PolynomialFrom = 10;
    private readonly double _scale;
    private readonly double _west;
    private readonly double _north;
    private readonly double _middle;
    private readonly double _y0;
    private readonly double _y1;
    private readonly double _y2;
    private readonly double _y3;
    private readonly double _y4;
    private readonly bool _exact;

    /// <param name="tile">Which tile.</param>
    /// <param name="extent">Units along its side.</param>
    /// <param name="exact">For shapes that reach far beyond the tile, where the polynomial is not good.</param>
    public TileProjection(TileAddress tile, int extent, bool exact = false)
    {
        var perMetre = extent / tile.SideMetres;
        _scale = WebMercator.HalfWorld / 180 * perMetre;
        // Whole units from (0,0), exactly: then a place on an edge lies beyond it in one tile and within it in the other.
        _west = (tile.X * (double)extent) - (Math.ScaleB(extent, tile.Z) / 2);
        _north = (Math.ScaleB(extent, tile.Z) / 2) - (tile.Y * (double)extent);
        _exact = exact || tile.Z < PolynomialFrom;
        var bounds = tile.Bounds;
        _middle = (bounds.South + bounds.North) / 2;
        // The derivatives of the inverse Gudermannian function, per degree.
        var phi = _middle * Math.PI / 180;
        var (sec, tan) = (1 / Math.Cos(phi), Math.Tan(phi));
        _y0 = _north - (WebMercator.Y(_middle) * perMetre);
        var unit = -WebMercator.HalfWorld / Math.PI * perMetre;
        const double degree = Math.PI / 180;
        _y1 = unit * sec * degree;
        _y2 = unit * sec * tan / 2 * degree * degree;
        _y3 = unit * sec * ((2 * sec * sec) - 1) / 6 * degree * degree * degree;
        _y4 = unit * sec * tan * ((6 * sec * sec) - 1) / 24 * degree * degree * degree * degree;
        PerMetre = perMetre;
    }

    private double PerMetre { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double X(double lon) => (lon * _scale) - _west;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Y(double lat)
    {
        if (_exact) return ExactY(lat);
        var d = lat - _middle;
        return _y0 + (d * (_y1 + (d * (_y2 + (d * (_y3 + (d * _y4)))))));
    }

    /// <summary>Without the polynomial: for places so near an edge that a millionth of a unit decides.</summary>
    public double ExactY(double lat) => _north - (WebMercator.Y(lat) * PerMetre);
}
