using System.Text.Json;

namespace CityMap.Geo.Formats.GeoJson;

/// <summary>The "bbox" member (RFC 7946 §5): 2·n numbers. It is checked, then ignored: the geometry says where a thing is.</summary>
internal static class BoxRule
{
    public static void Check(Members members)
    {
        if (members.Find("bbox") is not { } box) return;
        if (box.ValueKind != JsonValueKind.Array) throw new GeoJsonRefusal(members.At("bbox"), "\"bbox\" must be an array of 4 or 6 numbers.");
        var length = box.GetArrayLength();
        if (length is not (4 or 6)) throw new GeoJsonRefusal(members.At("bbox"), $"\"bbox\" must hold 4 or 6 numbers, it holds {length}.");
        var index = 0;
        foreach (var value in box.EnumerateArray())
        {
            if (value.ValueKind != JsonValueKind.Number) throw new GeoJsonRefusal($"{members.At("bbox")}[{index}]", $"Expected a number, found {Members.Describe(value)}.");
            index++;
        }
    }
}
