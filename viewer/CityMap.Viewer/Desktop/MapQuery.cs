using System.Globalization;
using CityMap.Geo.Coordinates;
using CityMap.Viewer.Scenes;
using CityMap.Viewer.Sheets;

namespace CityMap.Viewer.Desktop;

/// <summary>Addresses of <c>/api/maps</c>: pictures the server draws for the desktop, under what a window draws itself and on paper.</summary>
/// <param name="Theme">Bright or dark.</param>
/// <param name="Language">Of what is written.</param>
/// <param name="Layers">Ids of the layers drawn.</param>
/// <param name="AsOf">The moment shown; null is now.</param>
public sealed record MapQuery(MapTheme Theme, MapLanguage Language, IReadOnlyList<string> Layers, DateTimeOffset? AsOf)
{
    // The longest side of a picture the server draws, and the shortest.
    private const int Longest = 4_493;
    private const int Shortest = 120;

    /// <summary>How strong layers are drawn, from 0 to 1; those not named are drawn in full.</summary>
    public IReadOnlyDictionary<string, double> Opacity { get; init; } = new Dictionary<string, double>();

    /// <summary>The picture of what a view shows, and a quarter of it more on each side.</summary>
    public MapPicture Picture(MapView view)
    {
        var (width, height) = (Pixels(view.Width * 1.5, Longest), Pixels(view.Height * 1.5, Longest - (2 * MapPicture.Foot)));
        var scale = Math.Clamp((int)Math.Round(view.Scale), 100, 50_000_000);
        const double Point = 1e-6;
        var (lon, lat) = (view.Centre.Lon, view.Centre.Lat);
        var route = Route("png", new Bounds(lon - Point, lat - Point, lon + Point, lat + Point), $"{width}x{height + (2 * MapPicture.Foot)}", scale) + "&legend=false";
        return new(route, MapView.AtScale(view.Centre, scale, width, height));
    }

    /// <summary>A page that shows what a window shows.</summary>
    /// <param name="view">What it shows.</param>
    /// <param name="format">pdf, png or svg.</param>
    /// <param name="paper">A0 to A5, with -portrait for upright.</param>
    /// <param name="title">Of the page; null leaves it to the server.</param>
    public string Page(MapView view, string format, string paper, string? title) =>
        Route(format, view.Bounds, paper, null) + (title is null ? "" : $"&title={Uri.EscapeDataString(title)}");

    private string Route(string format, Bounds box, string size, int? scale) => string.Create(
        CultureInfo.InvariantCulture,
        $"/api/maps.{format}?bbox={box.West:0.########},{box.South:0.########},{box.East:0.########},{box.North:0.########}&size={size}{(scale is null ? "" : $"&scale={scale}")}&theme={(Theme == MapTheme.Night ? "night" : "light")}&lang={(Language == MapLanguage.En ? "en" : "vi")}{(Layers.Count == 0 ? "" : $"&layers={string.Join(',', Layers.Select(Uri.EscapeDataString))}")}{Faint()}{(AsOf is { } at ? $"&asOf={Uri.EscapeDataString(at.UtcDateTime.ToString("O"))}" : "")}");

    /// <summary>Whether both ask for the same pictures.</summary>
    public bool Equals(MapQuery? other) => other is not null && Shown == other.Shown;

    /// <inheritdoc/>
    public override int GetHashCode() => Shown.GetHashCode(StringComparison.Ordinal);

    private static int Pixels(double wanted, int most) => (int)Math.Clamp(Math.Ceiling(wanted), Shortest, most);

    // All but the place.
    private string Shown => Route("png", default, "", null);

    private string Faint()
    {
        var faint = Opacity.Where(o => o.Value < 1 && Layers.Contains(o.Key)).OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => string.Create(CultureInfo.InvariantCulture, $"{Uri.EscapeDataString(o.Key)}:{o.Value:0.##}"));
        var text = string.Join(',', faint);
        return text.Length == 0 ? "" : $"&opacity={text}";
    }
}
