using System.Text.Json;
using CityMap.Viewer.Text;
using SkiaSharp;

namespace CityMap.Viewer.Sheets;

/// <summary>A symbol, drawn by the calls the console draws it with. Width and height in CSS pixels.</summary>
internal sealed class MapSymbol
{
    private readonly Lazy<SKPicture> _shaded;
    private readonly Lazy<SKPicture> _plain;

    public MapSymbol(JsonElement json, FontBook fonts)
    {
        (Width, Height) = (json.GetProperty("width").GetSingle(), json.GetProperty("height").GetSingle());
        var calls = json.GetProperty("calls");
        _shaded = new(() => Record(calls, fonts, shadows: true));
        _plain = new(() => Record(calls, fonts, shadows: false));
    }

    public float Width { get; }

    public float Height { get; }

    /// <summary>The drawing.</summary>
    /// <param name="vector">True leaves shadows out: PDF would have to make pixels of them.</param>
    public SKPicture Picture(bool vector) => vector ? _plain.Value : _shaded.Value;

    private SKPicture Record(JsonElement calls, FontBook fonts, bool shadows)
    {
        using var recorder = new SKPictureRecorder();
        using var replay = new CanvasReplay(recorder.BeginRecording(SKRect.Create(Width, Height)), fonts, shadows);
        foreach (var call in calls.EnumerateArray()) replay.Do(call);
        return recorder.EndRecording();
    }
}
