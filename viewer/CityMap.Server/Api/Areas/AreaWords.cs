using System.Globalization;
using CityMap.Geo.Areas;
using CityMap.Geo.Layers;

namespace CityMap.Server.Api.Areas;

/// <summary>Says in words why an area answers for a position.</summary>
internal static class AreaWords
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>One sentence in each language.</summary>
    public static LocalText Why(Jurisdiction why, Area? area)
    {
        var (vi, en) = (area?.NameVi ?? "", area?.NameEn ?? "");
        return why.Rule switch
        {
            JurisdictionRule.Inside => new(
                $"Nằm trong {vi}, cách ranh giới {Metres(why, Vietnamese)}.", $"Inside {en}, {Metres(why, CultureInfo.InvariantCulture)} from its border."),
            JurisdictionRule.OnBorder => new($"Nằm trên ranh giới; thuộc {vi}.", $"On a border; {en} has it."),
            JurisdictionRule.Nearest => new(
                $"Nằm ngoài mọi địa bàn; {vi} gần nhất, cách {Metres(why, Vietnamese)}.",
                $"Outside every district; {en} is the nearest, {Metres(why, CultureInfo.InvariantCulture)} away."),
            _ => new("Không có địa bàn nào ở gần vào ngày này.", "No district is near on this day."),
        };
    }

    private static string Metres(Jurisdiction why, CultureInfo culture)
    {
        var metres = why.DistanceToBorderMetres ?? 0;
        return metres >= 1000 ? (metres / 1000).ToString("N1", culture) + " km" : metres.ToString("N0", culture) + " m";
    }
}
