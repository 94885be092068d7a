using CityMap.Geo.Coordinates;

namespace CityMap.Geo.Searching;

/// <summary>What is searched for, from where.</summary>
public sealed class SearchQuery
{
    /// <summary>More words than this are not looked at.</summary>
    public const int MostWords = 8;

    private readonly GroundScale _scale;

    /// <summary>Reads a query.</summary>
    /// <param name="text">Words in any order, with or without diacritics; each must begin some word of what is found.</param>
    /// <param name="view">What the asker sees; what lies in or near it comes first. Null: places do not matter.</param>
    public SearchQuery(string text, Bounds? view)
    {
        Words = [.. SearchWords.Of(text).Distinct(StringComparer.Ordinal).Take(MostWords).OrderByDescending(word => word.Length)];
        View = view;
        if (view is not { } box) return;
        var east = box.CrossesAntimeridian ? box.East + 360 : box.East;
        Centre = ((box.West + east) / 2, (box.South + box.North) / 2);
        _scale = GroundScale.At(Centre.Lat);
        Reach = Metres(box.West, box.North);
    }

    internal IReadOnlyList<string> Words { get; }

    internal Bounds? View { get; }

    internal (double Lon, double Lat) Centre { get; }

    /// <summary>From the middle of the view to its corner, metres.</summary>
    internal double Reach { get; }

    /// <summary>How far from the middle of the view, metres; 0 without one.</summary>
    internal double Metres(double lon, double lat)
    {
        if (View is null || double.IsNaN(lon)) return 0;
        var x = Math.IEEERemainder(lon - Centre.Lon, 360) * _scale.LonMetres;
        var y = (lat - Centre.Lat) * _scale.LatMetres;
        return Math.Sqrt((x * x) + (y * y));
    }

    /// <summary>Classes of distance, 0 in view to 7 far away: a near second best is better than a far best, a little.</summary>
    internal int Remoteness(double metres) =>
        View is null || metres <= Reach ? 0 : Math.Clamp(1 + (int)Math.Log2(metres / Math.Max(Reach, 200)), 1, 7);
}
