using System.Globalization;
using CityMap.Geo.Layers;
using CityMap.Viewer.Paper;
using CityMap.Viewer.Sheets;

namespace CityMap.Server.Maps;

/// <summary>What the colours of a layer say, in words.</summary>
internal static class LayerLegend
{
    private static readonly CultureInfo _vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly CultureInfo _english = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A layer of the catalogue for the legend of an order.</summary>
    public static LegendSubject Of(LayerInfo layer, MapOrder order) => new(layer.Id, order.Say(layer.Title))
    {
        Classes = layer.Card?.Style is { Classes.Count: > 0 } style
            ? [.. style.Classes.Select(c => (c.Colour, Text(c, order.Language))), (style.Colour, order.Say("Còn lại", "All others"))]
            : [],
    };

    private static string Text(StyleClass one, MapLanguage language)
    {
        var culture = language == MapLanguage.Vi ? _vietnamese : _english;
        return one.Value ?? (one.From == one.To ? Number(one.To, culture) : $"{Number(one.From, culture)} – {Number(one.To, culture)}");
    }

    private static string Number(double? value, CultureInfo culture) => (value ?? 0).ToString("#,##0.##", culture);
}
