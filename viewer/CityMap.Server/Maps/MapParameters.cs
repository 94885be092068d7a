using CityMap.Geo.Coordinates;
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

    /// <summary>All of one map.</summary>
    public static readonly QueryParameters Map = new(District, Incident, Box, Size, Scale, Dpi, AsOf, Theme, Parameter.Language, Layers, Ground, Graticule, Legend, Title);

    /// <summary>All of an atlas.</summary>
    public static readonly QueryParameters Atlas = new(Size, AsOf, Theme, Parameter.Language, Layers, Ground, Graticule);
}
