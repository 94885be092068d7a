using CityMap.Viewer.Sheets;
using Mapsui.Layers;
using Mapsui.Styles;
using Mapsui.Styles.Thematics;

namespace CityMap.Desktop;

/// <summary>The colours of the map by theme, and one style object for each rule: a style per feature would be made anew in every frame.</summary>
internal sealed class MapPalette
{
    // By day and by night; of incidents by severity.
    private static readonly Dictionary<string, (string Light, string Dark)[]> _colours = new(StringComparer.Ordinal)
    {
        ["incidents"] = [("#5E728C", "#8FA3BD"), ("#2A6FA8", "#5AA9E6"), ("#9A6600", "#E5B03A"), ("#C2470A", "#FF8A4C"), ("#A80F27", "#FF5C70")],
        ["facilities"] = [("#6B7684", "#8E99A8")],
        ["districts"] = [("#9A8FB0", "#6F6686")],
        ["streets"] = [("#DAD6CE", "#2A313B")],
        ["buildings"] = [("#E4E1DA", "#1F252D")],
        ["water"] = [("#C9DFEE", "#12283A")],
        ["green"] = [("#E3EBDD", "#1B251D")],
    };

    private readonly StyleCollection[] _severities;
    private readonly ThemeStyle _incidents;
    private readonly Dictionary<string, IStyle> _layers;

    private MapPalette(MapTheme theme)
    {
        var night = theme == MapTheme.Night;
        Color Of(string light, string dark) => Color.FromString(night ? dark : light);
        var (halo, ink) = (Of("#FFFFFF", "#0F1318"), Of("#151A21", "#E9EDF2"));
        Ground = Of("#F2F1EC", "#161B21");
        Color First(string layer) => Of(_colours[layer][0].Light, _colours[layer][0].Dark);
        var number = new LabelStyle { LabelColumn = "label", ForeColor = halo, BackColor = null, Font = new Font { FontFamily = "Noto Sans", Size = 13, Bold = true } };
        _severities = [.. _colours["incidents"].Select(c => new StyleCollection { Styles = { Dot(Of(c.Light, c.Dark), halo, 0.6), number } })];
        _incidents = new(feature => _severities[(feature["severity"] is long worst ? Math.Clamp((int)worst, 1, 5) : 1) - 1]);
        var mark = Of("#0B57D0", "#7FB0FF");
        _layers = new(StringComparer.Ordinal)
        {
            ["districts"] = Area(null, new Pen(First("districts"), 1.5) { PenStyle = PenStyle.Dash }),
            ["green"] = Area(First("green"), null),
            ["water"] = Area(First("water"), null),
            ["buildings"] = Area(First("buildings"), null),
            ["streets"] = new VectorStyle { Line = new Pen(First("streets"), 2) },
            ["facilities"] = Dot(First("facilities"), halo, 0.22),
            ["chosen"] = new SymbolStyle { SymbolType = SymbolType.Ellipse, SymbolScale = 0.95, Fill = null, Outline = new Pen(mark, 3) },
        };
        // A style for lines would draw a symbol of its own at every point.
        var (line, place) = (new VectorStyle { Line = new Pen(mark, 3) }, Dot(halo, mark, 0.3));
        _layers["ruler"] = new ThemeStyle(feature => feature is PointFeature ? place : line);
        Other = new VectorStyle { Fill = null, Line = new Pen(ink, 1), Outline = new Pen(ink, 1) };
    }

    /// <summary>By day.</summary>
    public static MapPalette Light { get; } = new(MapTheme.Light);

    /// <summary>By night.</summary>
    public static MapPalette Night { get; } = new(MapTheme.Night);

    /// <summary>What lies below everything.</summary>
    public Color Ground { get; }

    /// <summary>For layers nobody has thought of a style for.</summary>
    private VectorStyle Other { get; }

    /// <summary>The colours a layer is drawn in, none where only the server knows.</summary>
    public static IEnumerable<string> Legend(string layer, MapTheme theme) => _colours.GetValueOrDefault(layer, []).Select(c => theme == MapTheme.Night ? c.Dark : c.Light);

    /// <summary>The style of a layer.</summary>
    public IStyle Of(string layer) => layer == "incidents" ? _incidents : _layers.GetValueOrDefault(layer, Other);

    private static SymbolStyle Dot(Color fill, Color edge, double scale) =>
        new() { SymbolType = SymbolType.Ellipse, SymbolScale = scale, Fill = new Brush(fill), Outline = new Pen(edge, 1.5) };

    private static VectorStyle Area(Color? fill, Pen? edge) => new() { Fill = fill is { } colour ? new Brush(colour) : null, Outline = edge, Line = null };
}
