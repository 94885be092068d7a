using System.Text.Json;
using System.Text.Json.Nodes;
using CityMap.Viewer.Styles;
using CityMap.Viewer.Text;
using SkiaSharp;

namespace CityMap.Viewer.Sheets;

/// <summary>
/// What the console's build leaves for programs without a browser: its map style by theme, language and colouring, its symbols, its
/// colours and its fonts. Thread-safe; keep one for the life of the program.
/// </summary>
public sealed class MapSheet : IDisposable
{
    private readonly JsonDocument _json;
    private readonly Dictionary<string, MapStyle> _styles = new(StringComparer.Ordinal);

    private MapSheet(JsonDocument json, FontBook fonts)
    {
        (_json, Fonts) = (json, fonts);
        Symbols = new(json.RootElement.GetProperty("symbols"), fonts);
        NameFields = [.. json.RootElement.GetProperty("nameFields").EnumerateArray().Select(n => n.GetString()!)];
        foreach (var style in json.RootElement.GetProperty("styles").EnumerateObject()) _styles[style.Name] = MapStyle.Parse(style.Value);
    }

    /// <summary>Its fonts.</summary>
    public FontBook Fonts { get; }

    /// <summary>Attributes that name a feature of a layer without a style of its own; the first that a layer has is taken.</summary>
    public IReadOnlyList<string> NameFields { get; }

    internal SymbolBook Symbols { get; }

    /// <summary>Reads the sheet.</summary>
    /// <param name="folder">The folder <c>map</c> beside the page, with <c>sheet.json</c> and <c>fonts/</c>.</param>
    /// <exception cref="FileNotFoundException">The console has not been built.</exception>
    /// <exception cref="StyleException">A style in it is not of version 8.</exception>
    public static MapSheet Load(string folder)
    {
        var file = Path.Combine(folder, "sheet.json");
        if (!File.Exists(file)) throw new FileNotFoundException("The map's style is missing because the console has not been built: run ./citymap build.", file);
        var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var fonts = json.RootElement.GetProperty("fonts").EnumerateObject().ToDictionary(
            font => font.Name,
            font => (IReadOnlyList<string>)[.. font.Value.EnumerateArray().Select(path => Path.Combine(folder, path.GetString()!))],
            StringComparer.Ordinal);
        return new(json, new FontBook(fonts));
    }

    /// <summary>The console's style.</summary>
    public MapStyle Style(MapTheme theme, MapLanguage language, bool shaded = false) =>
        _styles[$"{Key(theme)}-{Key(language)}{(shaded ? "-shaded" : "")}"];

    /// <summary>Layers a planner wishes, with their words in the ink of a theme: a style is made for one ground, a map may have another.</summary>
    /// <param name="layers">Layers of a MapLibre style, bottom first.</param>
    /// <param name="theme">The map's.</param>
    public IReadOnlyList<StyleLayer> Wish(JsonArray layers, MapTheme theme)
    {
        var inked = layers.DeepClone().AsArray();
        var palette = _json.RootElement.GetProperty("palettes").GetProperty(Key(theme));
        foreach (var layer in inked.Where(l => (string?)l!["type"] == "symbol"))
        {
            var paint = layer!["paint"] as JsonObject ?? [];
            (paint["text-color"], paint["text-halo-color"]) = (palette.GetProperty("label").GetString(), palette.GetProperty("halo").GetString());
            layer["paint"] = paint;
        }

        return MapStyle.Parse(JsonSerializer.SerializeToElement(new JsonObject { ["version"] = 8, ["layers"] = inked })).Layers;
    }

    /// <summary>A colour of the palette of a theme, by its name in the console (<c>ink</c>, <c>surface</c>, <c>line</c>, …).</summary>
    internal SKColor Colour(MapTheme theme, string name) =>
        StyleColour.Parse(_json.RootElement.GetProperty("palettes").GetProperty(Key(theme)).GetProperty(name).GetString()) ?? SKColors.Black;

    /// <summary>One of a list of colours of the palette, such as <c>severity</c> or <c>shades</c>.</summary>
    internal SKColor Colour(MapTheme theme, string name, int index) =>
        StyleColour.Parse(_json.RootElement.GetProperty("palettes").GetProperty(Key(theme)).GetProperty(name)[index].GetString()) ?? SKColors.Black;

    /// <summary>The word for a theme in names of styles and symbols.</summary>
    internal static string Key(MapTheme theme) => theme == MapTheme.Night ? "night" : "light";

    private static string Key(MapLanguage language) => language == MapLanguage.En ? "en" : "vi";

    /// <inheritdoc/>
    public void Dispose()
    {
        Fonts.Dispose();
        _json.Dispose();
    }
}
