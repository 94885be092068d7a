using System.Globalization;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Tiles;
using CityMap.Viewer.Scenes;
using CityMap.Viewer.Sheets;

namespace CityMap.Viewer.Desktop;

/// <summary>Addresses of <c>/api/maps</c>: pictures the server draws for the desktop, as tiles and on paper.</summary>
/// <param name="Theme">Bright or dark.</param>
/// <param name="Language">Of what is written.</param>
/// <param name="Layers">Ids of the layers drawn.</param>
/// <param name="AsOf">The moment shown; null is now.</param>
public sealed record MapQuery(MapTheme Theme, MapLanguage Language, IReadOnlyList<string> Layers, DateTimeOffset? AsOf)
{
    /// <summary>How strong layers are drawn, from 0 to 1; those not named are drawn in full.</summary>
    public IReadOnlyDictionary<string, double> Opacity { get; init; } = new Dictionary<string, double>();

    /// <summary>The picture the children of a tile are cut from; null where it would reach beyond the foot of the world.</summary>
    public string? Tiles(TileAddress whole)
    {
        // Without a scale, which is a whole number, the server fills the picture with the box but for this margin: that is exact.
        const float Inner = 24;
        var view = MapTile.Picture(whole);
        if (view.UnitY(view.Height) > 1) return null;
        var (nw, se) = (view.At(Inner, Inner), view.At(view.Width - Inner, view.Height - Inner));
        return Route("png", new(nw.Lon, se.Lat, se.Lon, nw.Lat), $"{MapTile.Width}x{MapTile.Height}") + $"&dpi={MapTile.Dpi}&legend=false";
    }

    /// <summary>A page that shows what a window shows.</summary>
    /// <param name="view">What it shows.</param>
    /// <param name="format">pdf, png or svg.</param>
    /// <param name="paper">A0 to A5, with -portrait for upright.</param>
    /// <param name="title">Of the page; null leaves it to the server.</param>
    public string Page(MapView view, string format, string paper, string? title) =>
        Route(format, view.Bounds, paper) + (title is null ? "" : $"&title={Uri.EscapeDataString(title)}");

    private string Route(string format, Bounds box, string size) => string.Create(
        CultureInfo.InvariantCulture,
        $"/api/maps.{format}?bbox={box.West:0.########},{box.South:0.########},{box.East:0.########},{box.North:0.########}&size={size}&theme={(Theme == MapTheme.Night ? "night" : "light")}&lang={(Language == MapLanguage.En ? "en" : "vi")}{(Layers.Count == 0 ? "" : $"&layers={string.Join(',', Layers.Select(Uri.EscapeDataString))}")}{Faint()}{(AsOf is { } at ? $"&asOf={Uri.EscapeDataString(at.UtcDateTime.ToString("O"))}" : "")}");

    /// <summary>Whether both ask for the same pictures.</summary>
    public bool Equals(MapQuery? other) => other is not null && Shown == other.Shown;

    /// <inheritdoc/>
    public override int GetHashCode() => Shown.GetHashCode(StringComparison.Ordinal);

    // All but the place.
    private string Shown => Route("png", default, "");

    private string Faint()
    {
        var faint = Opacity.Where(o => o.Value < 1 && Layers.Contains(o.Key)).OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => string.Create(CultureInfo.InvariantCulture, $"{Uri.EscapeDataString(o.Key)}:{o.Value:0.##}"));
        var text = string.Join(',', faint);
        return text.Length == 0 ? "" : $"&opacity={text}";
    }
}
