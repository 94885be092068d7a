using System.Text.Json;
using CityMap.Viewer.Drawing;
using CityMap.Viewer.Text;
using SkiaSharp;

namespace CityMap.Viewer.Sheets;

/// <summary>A symbol, drawn by the calls the console draws it with. Width and height in CSS pixels.</summary>
internal sealed class MapSymbol
{
    private readonly Lazy<SKPicture>[] _pictures;

    public MapSymbol(JsonElement json, FontBook fonts)
    {
        (Width, Height) = (json.GetProperty("width").GetSingle(), json.GetProperty("height").GetSingle());
        var calls = json.GetProperty("calls");
        _pictures = [.. Enum.GetValues<Medium>().Select(medium => new Lazy<SKPicture>(() => Record(calls, fonts, medium)))];
    }

    public float Width { get; }

    public float Height { get; }

    /// <summary>The drawing.</summary>
    /// <param name="medium">What it is drawn into; only pixels have shadows, a PDF would have to make pixels of them.</param>
    public SKPicture Picture(Medium medium) => _pictures[(int)medium].Value;

    private SKPicture Record(JsonElement calls, FontBook fonts, Medium medium)
    {
        using var recorder = new SKPictureRecorder();
        using var replay = new CanvasReplay(recorder.BeginRecording(SKRect.Create(Width, Height)), fonts, medium);
        foreach (var call in calls.EnumerateArray()) replay.Do(call);
        return recorder.EndRecording();
    }
}
