using CityMap.Geo.Demo;

namespace CityMap.Geo.Tests.Demo;

/// <summary>Cities drawn once for all tests.</summary>
internal static class Cities
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private static readonly Lazy<DemoCity> LazyPilot = new(() => DemoCity.Generate(new(), Now));

    public static DemoCity Pilot => LazyPilot.Value;
}
