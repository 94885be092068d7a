using CityMap.Viewer.Scenes;
using CityMap.Viewer.Sheets;
using CityMap.Viewer.Styles;
using SkiaSharp;

namespace CityMap.Viewer.Paper;

/// <summary>What the marks on a map mean: only what is really on it.</summary>
public static class Legend
{
    private static readonly (string Shape, string Vi, string En)[] _shapes =
        [("full", "Chưa xử lý", "Not started"), ("half", "Đang xử lý", "In progress"), ("ring", "Báo đã khắc phục", "Fix claimed"), ("tick", "Đóng", "Closed")];

    private static readonly string[] _severities = ["Rất nhẹ|Slight", "Nhẹ|Minor", "Vừa|Moderate", "Nặng|Serious", "Rất nặng|Critical"];

    /// <summary>The blocks of the legend of a scene.</summary>
    /// <param name="document">What was drawn.</param>
    /// <param name="scene">The map.</param>
    /// <param name="subjects">The layers of the catalogue, in the order they are to be listed.</param>
    public static IReadOnlyList<PageBlock> Of(MapDocument document, Scene scene, IReadOnlyList<LegendSubject> subjects)
    {
        var named = subjects.Where(s => s.Source is not ("incidents" or "incident_footprints"))
            .Select(s => (Subject: s, Sample: Sample(document, scene, s.Source))).Where(s => s.Sample is not null).ToList();
        var rows = named.Where(s => s.Subject.Classes.Count == 0).Select(s => new PageRow(s.Subject.Title) { Sample = s.Sample }).ToList();
        var blocks = new List<PageBlock>();
        if (scene.DrawnLayers.Any(id => id.StartsWith("incidents", StringComparison.Ordinal))) blocks.Add(Incidents(document));
        if (rows.Count > 0) blocks.Add(new(Words.Of(document.Language, "Lớp bản đồ", "Layers"), rows));
        // A layer of several colours has a block of its own, or its classes would be read as layers.
        blocks.AddRange(named.Where(s => s.Subject.Classes.Count > 0).Select(s => new PageBlock(
            s.Subject.Title, [.. s.Subject.Classes.Select(c => new PageRow(c.Text) { Sample = s.Sample!.In(StyleColour.Parse(c.Colour) ?? SKColors.Black) })])));
        return blocks;
    }

    /// <summary>What the shades of the districts say.</summary>
    /// <param name="sheet">Colours.</param>
    /// <param name="theme">Of the map.</param>
    /// <param name="title">What is counted.</param>
    /// <param name="shades">From the weakest: its place in the palette, 0 to 4, and its numbers.</param>
    public static PageBlock Shades(MapSheet sheet, MapTheme theme, string title, IEnumerable<(int Shade, string Text)> shades) =>
        new(title, [.. shades.Select(s => new PageRow(s.Text) { Sample = Swatch.OfArea(sheet.Colour(theme, "shades", s.Shade), null) })]);

    private static PageBlock Incidents(MapDocument document)
    {
        var theme = MapSheet.Key(document.Theme);
        var severities = _severities.Select((names, i) => new PageRow(Words.Of(document.Language, names.Split('|')[0], names.Split('|')[1]))
        {
            Sample = Swatch.OfSymbol($"mark|{theme}|{i + 1}|full|none"),
        });
        var shapes = _shapes.Skip(1).Select(s => new PageRow(Words.Of(document.Language, s.Vi, s.En)) { Sample = Swatch.OfSymbol($"mark|{theme}|3|{s.Shape}|none") });
        var late = new PageRow(Words.Of(document.Language, "Quá hạn", "Overdue")) { Sample = Swatch.OfSymbol($"mark|{theme}|3|full|overdue") };
        return new(Words.Of(document.Language, "Sự cố: mức độ và trạng thái", "Incidents: severity and state"), [.. severities, .. shapes, late]);
    }

    // The layer that shows most of a source: of a street its surface, not its edge.
    private static Swatch? Sample(MapDocument document, Scene scene, string source)
    {
        var drawn = document.Style.Layers.Where(l => l.Source == source && scene.DrawnLayers.Contains(l.Id)).ToList();
        var scope = new Scope(document.View.Zoom);
        if (drawn.FirstOrDefault(l => l.Type == "symbol" && l.Has("icon-image")) is not null && source == "facilities")
        {
            return Swatch.OfSymbol($"facility|{MapSheet.Key(document.Theme)}||Working");
        }

        if (drawn.FirstOrDefault(l => l.Type == "line" && l.Id.EndsWith("border", StringComparison.Ordinal)) is { } border) return Line(border, scope);
        if (drawn.FirstOrDefault(l => l.Type == "fill" && l.Number("fill-opacity", scope, 1) > 0) is { } fill)
        {
            return Swatch.OfArea(fill.Colour("fill-color", scope, fill.Number("fill-opacity", scope, 1)), fill.Has("fill-outline-color") ? fill.Colour("fill-outline-color", scope) : null);
        }

        if (drawn.Any(l => l.Type == "heatmap")) return Swatch.OfDot(drawn.First(l => l.Type == "heatmap").Colour("heatmap-color", scope with { Density = 1 }));
        if (drawn.LastOrDefault(l => l.Type == "line") is { } line) return Line(line, scope);
        return drawn.FirstOrDefault(l => l.Type == "circle") is { } circle ? Swatch.OfDot(circle.Colour("circle-color", scope)) : null;
    }

    private static Swatch Line(StyleLayer line, in Scope scope)
    {
        var width = (float)line.Number("line-width", scope, 1);
        var dash = line.Numbers("line-dasharray", scope);
        return Swatch.OfLine(line.Colour("line-color", scope), width, dash.Length == 2 ? Array.ConvertAll(dash, d => (float)d * width) : null);
    }
}
