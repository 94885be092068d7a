using System.Globalization;
using System.Text.Json;
using CityMap.Viewer.Drawing;
using CityMap.Viewer.Styles;
using CityMap.Viewer.Text;
using SkiaSharp;

namespace CityMap.Viewer.Sheets;

/// <summary>Draws recorded calls of an HTML canvas (HTML Living Standard, CanvasRenderingContext2D), those that symbols use.</summary>
internal sealed class CanvasReplay(SKCanvas canvas, FontBook fonts, Medium medium) : IDisposable
{
    private readonly Stack<State> _saved = new();
    private readonly SKPath _path = new();
    private State _now = new();

    /// <summary>Does one call.</summary>
    /// <exception cref="InvalidDataException">A call nobody knows.</exception>
    public void Do(JsonElement call)
    {
        float N(int i) => call[i].GetSingle();
        switch (call[0].GetString())
        {
            case "beginPath": _path.Rewind(); break;
            case "closePath": _path.Close(); break;
            case "moveTo": _path.MoveTo(N(1), N(2)); break;
            case "lineTo": _path.LineTo(N(1), N(2)); break;
            case "arc": Arc(N(1), N(2), N(3), N(4), N(5)); break;
            case "roundRect": _path.AddRoundRect(SKRect.Create(N(1), N(2), N(3), N(4)), N(5), N(5)); break;
            case "fill": Fill(call); break;
            case "stroke": Stroke(); break;
            case "fillRect": Paint(paint => canvas.DrawRect(N(1), N(2), N(3), N(4), paint)); break;
            case "fillText": Write(call[1].GetString()!, N(2), N(3)); break;
            case "clip": canvas.ClipPath(_path, antialias: true); break;
            case "save":
                canvas.Save();
                _saved.Push(_now);
                break;
            case "restore":
                canvas.Restore();
                _now = _saved.Pop();
                break;
            case "translate": canvas.Translate(N(1), N(2)); break;
            case "scale": canvas.Scale(N(1), N(2)); break;
            default: Set(call[0].GetString()!, call[1]); break;
        }
    }

    public void Dispose() => _path.Dispose();

    private void Set(string name, JsonElement value) => _now = name switch
    {
        "fillStyle" => _now with { Fill = Colour(value) },
        "strokeStyle" => _now with { Stroke = Colour(value) },
        "lineWidth" => _now with { Width = value.GetSingle() },
        "lineCap" => _now with { Cap = value.GetString() == "round" ? SKStrokeCap.Round : SKStrokeCap.Butt },
        "globalAlpha" => _now with { Alpha = value.GetSingle() },
        "shadowColor" => _now with { Shadow = Colour(value) },
        "shadowBlur" => _now with { Blur = value.GetSingle() },
        "shadowOffsetY" => _now with { ShadowY = value.GetSingle() },
        "font" => _now with { Font = value.GetString()! },
        "textAlign" => _now with { Centred = value.GetString() == "center" },
        "textBaseline" => _now,
        _ => throw new InvalidDataException($"A symbol uses {name}, which is not known."),
    };

    private void Arc(float x, float y, float radius, float from, float to)
    {
        var sweep = (to - from) * 180 / MathF.PI;
        var box = new SKRect(x - radius, y - radius, x + radius, y + radius);
        if (sweep >= 359.99f) _path.AddOval(box);
        else _path.ArcTo(box, from * 180 / MathF.PI, sweep, forceMoveTo: _path.IsEmpty);
    }

    private void Fill(JsonElement call)
    {
        if (call.GetArrayLength() > 1 && call[1].GetString() is { } outline && outline != "evenodd" && outline != "nonzero")
        {
            using var path = SKPath.ParseSvgPathData(outline) ?? throw new InvalidDataException("A symbol holds an outline that cannot be read.");
            path.FillType = call.GetArrayLength() > 2 && call[2].GetString() == "evenodd" ? SKPathFillType.EvenOdd : SKPathFillType.Winding;
            Paint(paint => canvas.DrawPath(path, paint));
            return;
        }

        Paint(paint => canvas.DrawPath(_path, paint));
    }

    private void Paint(Action<SKPaint> draw)
    {
        if (medium == Medium.Pixels && _now.Shadow.Alpha > 0 && _now.Blur > 0)
        {
            using var blur = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, _now.Blur / 2);
            using var shade = new SKPaint { IsAntialias = true, Color = _now.Shadow, MaskFilter = blur };
            canvas.Save();
            canvas.Translate(0, _now.ShadowY);
            draw(shade);
            canvas.Restore();
        }

        using var paint = new SKPaint { IsAntialias = true, Color = Faint(_now.Fill) };
        draw(paint);
    }

    private void Stroke()
    {
        using var paint = new SKPaint
        {
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            Color = Faint(_now.Stroke),
            StrokeWidth = _now.Width,
            StrokeCap = _now.Cap,
        };
        canvas.DrawPath(_path, paint);
    }

    private void Write(string text, float x, float y)
    {
        var size = float.Parse(_now.Font.Split("px")[0].Split(' ')[^1], CultureInfo.InvariantCulture);
        var shaped = fonts.Shape(text, _now.Font.StartsWith("600", StringComparison.Ordinal) ? FontNames.Bold : FontNames.Regular);
        using var brush = new Brush(canvas, null!, medium);
        new TextItem([(shaped, new(_now.Centred ? x - (shaped.Width * size / 2) : x, y))], new(size, Faint(_now.Fill), default, 0)).Draw(brush);
    }

    private SKColor Faint(SKColor colour) => colour.WithAlpha((byte)Math.Round(colour.Alpha * _now.Alpha));

    private static SKColor Colour(JsonElement value) => StyleColour.Parse(value.GetString()) ?? SKColors.Black;

    private sealed record State
    {
        public SKColor Fill { get; init; } = SKColors.Black;

        public SKColor Stroke { get; init; } = SKColors.Black;

        public float Width { get; init; } = 1;

        public SKStrokeCap Cap { get; init; } = SKStrokeCap.Butt;

        public float Alpha { get; init; } = 1;

        public SKColor Shadow { get; init; } = SKColors.Transparent;

        public float Blur { get; init; }

        public float ShadowY { get; init; }

        public string Font { get; init; } = "10px sans-serif";

        public bool Centred { get; init; }
    }
}
