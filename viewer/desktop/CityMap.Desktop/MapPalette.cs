using CityMap.Viewer.Sheets;
using Mapsui.Styles;
using Mapsui.Styles.Thematics;

namespace CityMap.Desktop;

/// <summary>The colours of the map by theme, and one style object for each rule: a style per feature would be made anew in every frame.</summary>
internal sealed class MapPalette
{
    private readonly SymbolStyle[] _severities;
    private readonly LabelStyle _count;
    private readonly IStyle _chosen;
    private readonly Dictionary<string, IStyle> _layers;

    private MapPalette(MapTheme theme)
    {
        var night = theme == MapTheme.Night;
        Color Of(string light, string dark) => Color.FromString(night ? dark : light);
        var (halo, ink) = (Of("#FFFFFF", "#0F1318"), Of("#151A21", "#E9EDF2"));
        Ground = Of("#F2F1EC", "#161B21");
        string[] severities = night ? ["#8FA3BD", "#5AA9E6", "#E5B03A", "#FF8A4C", "#FF5C70"] : ["#5E728C", "#2A6FA8", "#9A6600", "#C2470A", "#A80F27"];
        _severities = [.. severities.Select(colour => Dot(Color.FromString(colour), halo, 0.6))];
        _count = new() { LabelColumn = "label", ForeColor = halo, BackColor = null, Font = new Font { FontFamily = "Noto Sans", Size = 13, Bold = true }, CollisionDetection = false };
        _chosen = new SymbolStyle { SymbolType = SymbolType.Ellipse, SymbolScale = 0.95, Fill = null, Outline = new Pen(Of("#0B57D0", "#7FB0FF"), 3) };
        _layers = new(StringComparer.Ordinal)
        {
            ["districts"] = Area(null, new Pen(Of("#9A8FB0", "#6F6686"), 1.5) { PenStyle = PenStyle.Dash }),
            ["green"] = Area(Of("#E3EBDD", "#1B251D"), null),
            ["water"] = Area(Of("#C9DFEE", "#12283A"), null),
            ["buildings"] = Area(Of("#E4E1DA", "#1F252D"), null),
            ["streets"] = new VectorStyle { Line = new Pen(Of("#DAD6CE", "#2A313B"), 2) },
            ["facilities"] = Dot(Of("#4B5563", "#A9B3C1"), halo, 0.35),
        };
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

    /// <summary>The style of a layer.</summary>
    public IStyle Of(string layer) => layer switch
    {
        "incidents" => new ThemeStyle(Incident),
        "chosen" => _chosen,
        _ => _layers.GetValueOrDefault(layer, Other),
    };

    private StyleCollection Incident(Mapsui.IFeature feature)
    {
        var severity = feature["severity"] is long worst ? Math.Clamp((int)worst, 1, 5) : 1;
        return new() { Styles = { _severities[severity - 1], _count } };
    }

    private static SymbolStyle Dot(Color fill, Color edge, double scale) =>
        new() { SymbolType = SymbolType.Ellipse, SymbolScale = scale, Fill = new Brush(fill), Outline = new Pen(edge, 1.5) };

    private static VectorStyle Area(Color? fill, Pen? edge) => new() { Fill = fill is { } colour ? new Brush(colour) : null, Outline = edge, Line = null };
}
