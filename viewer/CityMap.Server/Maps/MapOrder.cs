using CityMap.Geo.Areas;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Grains.Geography;
using CityMap.Server.Api.Parameters;
using CityMap.Server.Api.Problems;
using CityMap.Viewer.Paper;
using CityMap.Viewer.Sheets;

namespace CityMap.Server.Maps;

/// <summary>A map that is asked for, checked.</summary>
/// <param name="Size">Of the page or picture.</param>
/// <param name="Dpi">Of a PNG.</param>
/// <param name="Audience">Who may see it.</param>
internal sealed record MapOrder(PageSize Size, int Dpi, Audience Audience)
{
    // A2 at 300 dpi, or 8,000 by 8,000: 256 MB of pixels while it is drawn.
    private const double MostPixels = 64_000_000;

    private static readonly PageSize _picture = PageSize.Parse("1600x1000")!;

    public Area? District { get; init; }

    public Guid? Incident { get; init; }

    public Bounds? Box { get; init; }

    public int? Scale { get; init; }

    public DateTimeOffset? AsOf { get; init; }

    public MapTheme Theme { get; init; }

    public MapLanguage Language { get; init; }

    public IReadOnlyList<string>? Layers { get; init; }

    public string? Ground { get; init; }

    public GraticuleKind Graticule { get; init; }

    public bool Legend { get; init; } = true;

    public string? Title { get; init; }

    /// <summary>How strong layers are drawn, from 0 to 1.</summary>
    public IReadOnlyDictionary<string, double> Opacity { get; init; } = new Dictionary<string, double>();

    /// <summary>Layers from the top of the map down.</summary>
    public IReadOnlyList<string> LayerOrder { get; init; } = [];

    /// <summary>What the districts are coloured by; null leaves them without colour.</summary>
    public string? Figure { get; init; }

    public required IncidentChoice Incidents { get; init; }

    /// <summary>Reads what is asked for; nothing is allocated before it is known to be within the limits.</summary>
    /// <exception cref="ProblemException">Too large, or a district or incident nobody knows.</exception>
    public static MapOrder From(QueryValues values, string format, CityGeography geography, Audience audience, DateTimeOffset now)
    {
        var size = values.Get(MapParameters.Size) ?? (format == "pdf" ? PageSize.Parse("A4")! : _picture);
        var dpi = values.Get(MapParameters.Dpi) ?? (size.IsPaper ? 150 : 96);
        var pixels = size.Width * (dpi / 96d) * size.Height * (dpi / 96d);
        if (format == "png" && pixels > MostPixels)
        {
            throw new ProblemException("map_too_large", "dpi", $"{size.Name} at {dpi} dpi has {pixels / 1e6:0} million pixels.", "at most 64 million pixels: a lower dpi, a smaller size, or PDF");
        }

        var named = new[] { values.Get(MapParameters.District) is not null, values.Get(MapParameters.Incident) is not null, values.Get(MapParameters.Box) is not null };
        if (named.Count(n => n) > 1)
        {
            throw new ProblemException("invalid_parameter", "district", "A map shows a district, an incident or a box, not several of them.", "one of district, incident and bbox");
        }

        var language = values.Get(Parameter.Language) == "en" ? MapLanguage.En : MapLanguage.Vi;
        return new(size, dpi, audience)
        {
            Opacity = values.Get(MapParameters.Opacity) ?? new Dictionary<string, double>(),
            LayerOrder = values.Get(MapParameters.Order) ?? [],
            Figure = values.Get(MapParameters.Figure),
            Incidents = IncidentChoice.From(values, language, geography, now),
            District = values.Get(MapParameters.District) is { } name ? DistrictByName.Find(geography, name, audience) : null,
            Incident = values.Get(MapParameters.Incident) is { } id ? IncidentOf(id) : null,
            Box = values.Get(MapParameters.Box),
            Scale = values.Get(MapParameters.Scale),
            AsOf = values.Get(MapParameters.AsOf),
            Theme = values.Get(MapParameters.Theme) == "night" ? MapTheme.Night : MapTheme.Light,
            Language = language,
            Layers = values.Get(MapParameters.Layers),
            Ground = values.Get(MapParameters.Ground),
            Graticule = values.Get(MapParameters.Graticule) switch { "geographic" => GraticuleKind.Geographic, "vn2000" => GraticuleKind.Vn2000, _ => GraticuleKind.None },
            Legend = values.Get(MapParameters.Legend) ?? true,
            Title = values.Get(MapParameters.Title),
        };
    }

    /// <summary>One of two words.</summary>
    public string Say(string vi, string en) => Language == MapLanguage.Vi ? vi : en;

    /// <summary>A text in the map's language.</summary>
    public string Say(LocalText text) => Say(text.Vi, text.En);

    private static Guid IncidentOf(string id) => Guid.TryParse(id, out var guid)
        ? guid
        : throw new ProblemException("invalid_parameter", "incident", $"{Api.Texts.Shown(id)} is not the id of an incident.", "the id of an incident, from /api/incidents");
}
