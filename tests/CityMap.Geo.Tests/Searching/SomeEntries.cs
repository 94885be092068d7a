using CityMap.Geo.Coordinates;
using CityMap.Geo.Searching;
using CsCheck;

namespace CityMap.Geo.Tests.Searching;

/// <summary>Generated entries out of a few words, so that they share many.</summary>
internal static class SomeEntries
{
    private static readonly string[] _words =
        ["Đường", "Trần", "Đăng", "Ninh", "Hùng", "Vương", "Kỳ", "Lừa", "chợ", "đèn", "duong", "tran", "Tam", "Thanh", "12", "ngõ", "Hồ", "hồng", "ỷ", "e\u0301"];

    public static Gen<string> Texts(int least, int most) => Gen.OneOf(_words).Array[least, most].Select(words => string.Join(' ', words));

    public static Gen<LonLat> Places { get; } = Gen.Select(Gen.Double[106, 107], Gen.Double[21, 22], (lon, lat) => new LonLat(lon, lat));

    /// <summary>Up to so many entries with different ids.</summary>
    public static Gen<SearchEntry[]> Many(int most) => One.Array[0, most].Select(entries =>
        entries.Select((entry, i) => entry with { Id = $"e{i}" }).ToArray());

    public static Gen<SearchEntry> One { get; } =
        from name in Texts(1, 4)
        from other in Gen.Bool.SelectMany(has => has ? Texts(1, 3) : Gen.Const(""))
        from whereabouts in Texts(0, 3)
        from favoured in Gen.Bool
        from at in Places
        select new SearchEntry("e", name) { OtherName = other, Where = whereabouts, Position = at, Favoured = favoured };

    /// <summary>The rule in plain words: each wanted word begins some word of the entry.</summary>
    public static bool Answers(SearchEntry entry, string query)
    {
        var has = $"{entry.Name} {entry.OtherName} {entry.Where} {entry.Keywords}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Plain).ToList();
        var wanted = query.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Plain).ToList();
        return wanted.Count > 0 && wanted.TrueForAll(word => has.Exists(own => own.StartsWith(word, StringComparison.Ordinal)));
    }

    private static string Plain(string word) => Geo.Layers.TextFold.Fold(word);
}
