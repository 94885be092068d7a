using System.Globalization;
using CityMap.Geo.Coordinates;
using CityMap.Viewer.Data;
using CityMap.Viewer.Text;
using SkiaSharp;

namespace CityMap.Viewer.Paper;

/// <summary>Lines of coordinates over a map, each named at the edges of the frame.</summary>
internal static class Graticule
{
    private const int Pieces = 24;

    /// <summary>Draws them.</summary>
    public static void Draw(PageWriter writer, MapPage page, SKRect frame)
    {
        if (page.Graticule == GraticuleKind.None) return;
        var grid = page.Graticule == GraticuleKind.Vn2000 ? new VnGrid() : null;
        var (low, high) = Extent(page, grid);
        var step = Step(Math.Min(high.X - low.X, high.Y - low.Y), grid is not null);
        writer.Brush.Canvas.Save();
        writer.Brush.Canvas.ClipRect(frame);
        for (var x = Math.Ceiling(low.X / step) * step; x <= high.X; x += step) One(x, low.Y, high.Y, upright: true);
        for (var y = Math.Ceiling(low.Y / step) * step; y <= high.Y; y += step) One(y, low.X, high.X, upright: false);
        writer.Brush.Canvas.Restore();

        void One(double at, double from, double to, bool upright)
        {
            var points = new SKPoint[Pieces + 1];
            for (var i = 0; i <= Pieces; i++)
            {
                var along = from + ((to - from) * i / Pieces);
                points[i] = Place(page, frame, grid, upright ? at : along, upright ? along : at);
            }

            var colour = writer.Ink("ink").WithAlpha(80);
            for (var i = 1; i <= Pieces; i++) writer.Line(points[i - 1], points[i], colour, 0.6f);
            Name(writer, frame, points, upright, grid is null ? Degrees(at, upright) : at.ToString("0", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A round distance between lines, so that four to nine of them cross the shorter side.</summary>
    /// <param name="span">Degrees, or metres.</param>
    /// <param name="metres">True for metres: steps of 1, 2, 5; degrees go by minutes and seconds.</param>
    public static double Step(double span, bool metres)
    {
        if (!metres)
        {
            double[] seconds = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18000, 36000];
            return Array.Find(seconds, s => span * 3600 / s <= 6) is var found and > 0 ? found / 3600 : 10;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(span / 4)));
        var times = span / 4 / power;
        return power * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
    }

    /// <summary>Degrees, minutes and seconds with their letter, as on maps.</summary>
    public static string Degrees(double value, bool longitude)
    {
        var total = (long)Math.Round(Math.Abs(value) * 3600);
        var letter = longitude ? value < 0 ? "W" : "E" : value < 0 ? "S" : "N";
        var seconds = total % 60 == 0 ? "" : $"{total % 60:00}″";
        return $"{total / 3600}°{total / 60 % 60:00}′{seconds}{letter}";
    }

    private static ((double X, double Y) Low, (double X, double Y) High) Extent(MapPage page, VnGrid? grid)
    {
        var box = page.Scene.View.Bounds;
        if (grid is null) return ((box.West, box.South), (box.East, box.North));
        (double X, double Y)[] corners =
            [grid.ToGrid(box.West, box.South), grid.ToGrid(box.East, box.South), grid.ToGrid(box.West, box.North), grid.ToGrid(box.East, box.North)];
        return ((corners.Min(c => c.X), corners.Min(c => c.Y)), (corners.Max(c => c.X), corners.Max(c => c.Y)));
    }

    private static SKPoint Place(MapPage page, SKRect frame, VnGrid? grid, double x, double y)
    {
        var (lon, lat) = grid?.ToLonLat(x, y) ?? (x, y);
        var view = page.Scene.View;
        return new(frame.Left + (float)view.PixelX(MapFeatures.X(lon)), frame.Top + (float)view.PixelY(MapFeatures.Y(Math.Clamp(lat, -WebMercator.MaxLatitude, WebMercator.MaxLatitude))));
    }

    private static void Name(PageWriter writer, SKRect frame, SKPoint[] points, bool upright, string name)
    {
        var inside = points.Where(p => p.X >= frame.Left - 1 && p.X <= frame.Right + 1 && p.Y >= frame.Top - 1 && p.Y <= frame.Bottom + 1).ToList();
        if (inside.Count == 0) return;
        var width = writer.Width(name, 8, FontNames.Regular);
        var at = upright ? inside.MaxBy(p => p.Y) : inside.MinBy(p => p.X);
        var place = upright ? new SKPoint(at.X - (width / 2), frame.Bottom - 4) : new SKPoint(frame.Left + 4, at.Y + 3);
        if (place.X < frame.Left || place.X + width > frame.Right || place.Y > frame.Bottom || place.Y < frame.Top + 10) return;
        writer.Text(name, place, 8, FontNames.Regular, "ink", halo: 2);
    }
}
