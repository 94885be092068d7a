using System.Globalization;

namespace CityMap.Server.Api;

/// <summary>The one culture of everything machines read.</summary>
internal static class Texts
{
    /// <summary>Invariant.</summary>
    public static CultureInfo Plain => CultureInfo.InvariantCulture;
}
