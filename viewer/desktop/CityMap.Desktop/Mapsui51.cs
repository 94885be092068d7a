using Mapsui;
using Mapsui.Extensions;
using Mapsui.Layers;
using Mapsui.Manipulations;
using Mapsui.Rendering;
using Mapsui.Rendering.Skia;
using Mapsui.Widgets;

namespace CityMap.Desktop;

/// <summary>Every call of Mapsui that differs between 5.0 and 5.1, written for 5.1: who changes the version looks here first.</summary>
internal static class Mapsui51
{
    /// <summary>Calls back with the place of a tap, EPSG:3857 metres. The second half of a double tap and a long press come as events of their own, and are none.</summary>
    public static void OnTapped(Map map, Action<double, double> tapped) => map.Tapped += (_, e) =>
    {
        if (e.GestureType == GestureType.SingleTap) tapped(e.WorldPosition.X, e.WorldPosition.Y);
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

    /// <summary>The map as PNG, drawn without a screen.</summary>
    /// <exception cref="InvalidOperationException">Its navigator has no size.</exception>
    public static byte[] Png(Map map)
    {
        if (!map.Navigator.Viewport.HasSize()) throw new InvalidOperationException("A map without a size cannot be drawn.");
        using var stream = new MapRenderer().RenderToBitmapStream(map, 1, RenderFormat.Png, 100);
        return stream.ToArray();
    }
}
