using CityMap.Geo.Demo.Ground;

namespace CityMap.Geo.Demo.Streets;

/// <summary>One street, or one piece of it between a bridge and the next.</summary>
/// <param name="Name">Vietnamese, NFC.</param>
/// <param name="Class">Its rank.</param>
/// <param name="Line">Its middle, metres.</param>
/// <param name="Bridge">True for a bridge over the river.</param>
internal sealed record Street(string Name, StreetClass Class, List<Vec> Line, bool Bridge = false)
{
    /// <summary>Half of its width, kerb to middle, metres.</summary>
    public double HalfWidth => Half(Class);

    /// <summary>The value of field <c>class</c>.</summary>
    public string ClassCode => Class switch
    {
        StreetClass.Trunk => "trunk",
        StreetClass.Primary => "primary",
        StreetClass.Secondary => "secondary",
        StreetClass.Tertiary => "tertiary",
        StreetClass.Residential => "residential",
        _ => "path",
    };

    /// <summary>Half of the width of streets of a class, metres.</summary>
    public static double Half(StreetClass rank) => rank switch
    {
        StreetClass.Trunk => 8.5,
        StreetClass.Primary => 7.5,
        StreetClass.Secondary => 6,
        StreetClass.Tertiary => 4.8,
        StreetClass.Residential => 3.4,
        _ => 1.8,
    };
}
