using System.Globalization;
using CityMap.Geo.Coordinates;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Parameters;
using CityMap.Viewer.Paper;

namespace CityMap.Server.Maps;

/// <summary>The parameters of maps on paper and of pictures of the map.</summary>
internal static class MapParameters
{
    public static readonly QueryParameter<string> District = Parameter.Text("district", "The district to show: its id, its code or its name, whatever the diacritics.", "Đông Kinh");
    public static readonly QueryParameter<string> Incident = Parameter.Text("incident", "The incident to show, by id; on paper with its facts and history.", "0198c0de-0000-7000-8000-000000000000");
    public static readonly QueryParameter<Bounds?> Box = Parameter.Box("bbox", "The box to show. Without district, incident and box the whole city is shown.");

    public static readonly QueryParameter<PageSize?> Size = new("size", $"The page or picture: {PageSize.Expected}.", "A3", static text =>
        PageSize.Parse(text.Value) ?? throw text.Wrong("The parameter size is neither a paper size nor a picture within the limits.", PageSize.Expected));

    public static readonly QueryParameter<int?> Scale = Parameter.Whole("scale", "The scale's denominator: 5000 for 1:5,000. Without it the subject fills the frame.", 100, 50_000_000, 5000);
    public static readonly QueryParameter<int?> Dpi = Parameter.Whole("dpi", "Pixels per inch of a PNG; 96 makes one pixel of each CSS pixel.", 48, 600, 150);
    public static readonly QueryParameter<DateTimeOffset?> AsOf = IncidentParameters.AsOf;
    public static readonly QueryParameter<string> Theme = Parameter.OneOf("theme", "Bright or dark; light without it.", ["light", "night"]);
    public static readonly QueryParameter<IReadOnlyList<string>> Layers = Parameter.Words("layers", "Only these layers of /api/layers; without it all but the networks.", "streets,water,incidents");
    public static readonly QueryParameter<string> Ground = Parameter.Text("ground", "The base map under everything, by its id in /api/basemaps; the layers green, water and buildings are left out then.", "anh-ve-tinh", 64);
    public static readonly QueryParameter<string> Graticule = Parameter.OneOf("graticule", "Lines of coordinates over the map.", ["none", "geographic", "vn2000"]);
    public static readonly QueryParameter<bool?> Legend = Parameter.Flag("legend", "Whether paper has a column with legend and figures; true without it.");
    public static readonly QueryParameter<string> Title = Parameter.Text("title", "The title; without it the name of what is shown.", "Bản đồ giao ban", 120);

    public static readonly QueryParameter<IReadOnlyDictionary<string, double>> Opacity = new(
        "opacity", "How strong layers are drawn, from 0 to 1; those not named are drawn in full.", "streets:0.4,water:0.8", ReadOpacity);

    public static readonly QueryParameter<IReadOnlyList<string>> Order = Parameter.Words(
        "order", "Layers from the top of the map down, each within its group of the catalogue; those not named keep their places.", "power_lines,drains");

    public static readonly QueryParameter<string> Figure = new(
        "figure", "What the districts are coloured by: open, overdue, or type: with the code of a type of incidents.", "open", static text =>
            text.Value is "open" or "overdue" || (text.Value.StartsWith("type:", StringComparison.Ordinal) && IncidentTypes.Find(text.Value[5..]) is not null)
                ? text.Value
                : throw text.Wrong($"Districts are not coloured by {Api.Texts.Shown(text.Value)}.", "open, overdue, or type: with a code, as type:WATER"));

    public static readonly QueryParameter<bool?> All = Parameter.Flag("all", "All incidents, whatever their state; without it and without a condition only those still open.");

    // What the picture looks like; the conditions on incidents are those of the list.
    private static readonly QueryParameter[] _look =
    [
        Size, AsOf, Theme, Parameter.Language, Layers, Ground, Graticule, Opacity, Order, Figure, All,
        .. IncidentParameters.Filter.All.Where(p => p != IncidentParameters.Box && p != IncidentParameters.AsOf),
    ];

    /// <summary>All of one map.</summary>
    public static readonly QueryParameters Map = new([District, Incident, Box, Scale, Dpi, Legend, Title, .. _look]);

    /// <summary>All of an atlas.</summary>
    public static readonly QueryParameters Atlas = new(_look);

    private static IReadOnlyDictionary<string, double> ReadOpacity(QueryText text)
    {
        var read = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var part in text.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.LastIndexOf(':');
            read[part[..Math.Max(0, colon)]] = colon > 0 && double.TryParse(part.AsSpan(colon + 1), NumberStyles.AllowDecimalPoint, Api.Texts.Plain, out var share) && share <= 1
                ? share
                : throw text.Wrong($"{Api.Texts.Shown(part)} does not say how strong a layer is drawn.", "a layer, a colon and a number from 0 to 1, as streets:0.4");
        }

        return read;
    }
}
