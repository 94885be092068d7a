using Mapsui;
using Mapsui.Layers;
using Mapsui.Rendering;
using Mapsui.Rendering.Skia;
using Mapsui.Widgets;

namespace CityMap.Desktop;

/// <summary>Every call of Mapsui that differs between 5.0 and 5.1, written for 5.1: who changes the version looks here first.</summary>
internal static class Mapsui51
{
    /// <summary>Calls back with the place of a tap, EPSG:3857 metres.</summary>
    public static void OnTapped(Map map, Action<double, double> tapped) => map.Tapped += (_, e) =>
    {
        tapped(e.WorldPosition.X, e.WorldPosition.Y);
        e.Handled = true;
    };

    /// <summary>Puts other features into a layer, and has them drawn.</summary>
    public static void Replace(MemoryLayer layer, IReadOnlyList<IFeature> features)
    {
        layer.Features = features;
        layer.FeaturesWereModified();
        layer.DataHasChanged();
    }

    /// <summary>Puts a widget on the map.</summary>
    public static void Add(Map map, IWidget widget) => map.Widgets.Add(widget);

    /// <summary>The map as PNG, drawn without a screen. Its navigator must have a size.</summary>
    public static byte[] Png(Map map)
    {
        using var stream = new MapRenderer().RenderToBitmapStream(map, 1, RenderFormat.Png, 100);
        return stream.ToArray();
    }
}
