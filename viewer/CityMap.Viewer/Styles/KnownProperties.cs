namespace CityMap.Viewer.Styles;

/// <summary>The properties of the MapLibre style specification that are drawn, by type of layer; every other one is named as unsupported.</summary>
internal static class KnownProperties
{
    private static readonly Dictionary<string, HashSet<string>> _all = new(StringComparer.Ordinal)
    {
        ["background"] = ["background-color", "background-opacity"],
        ["fill"] = ["fill-color", "fill-opacity", "fill-outline-color", "fill-antialias", "fill-pattern"],
        ["line"] = ["line-color", "line-opacity", "line-width", "line-dasharray", "line-cap", "line-join"],
        ["circle"] = ["circle-radius", "circle-color", "circle-opacity", "circle-stroke-color", "circle-stroke-width", "circle-stroke-opacity"],
        ["heatmap"] = ["heatmap-radius", "heatmap-weight", "heatmap-intensity", "heatmap-color", "heatmap-opacity"],
        ["raster"] = ["raster-opacity"],
        ["symbol"] =
        [
            "symbol-placement", "symbol-spacing", "symbol-sort-key", "icon-image", "icon-size", "icon-allow-overlap", "icon-ignore-placement", "icon-padding",
            "icon-opacity", "icon-optional", "text-field", "text-font", "text-size", "text-max-width", "text-letter-spacing", "text-padding", "text-anchor",
            "text-offset", "text-variable-anchor", "text-radial-offset", "text-optional", "text-allow-overlap", "text-ignore-placement", "text-max-angle",
            "text-color", "text-halo-color", "text-halo-width", "text-opacity",
        ],
    };

    /// <summary>True for a type of layer that is drawn.</summary>
    public static bool Draws(string type) => _all.ContainsKey(type);

    /// <summary>True for a property that is drawn.</summary>
    public static bool Has(string type, string property) => _all[type].Contains(property);
}
