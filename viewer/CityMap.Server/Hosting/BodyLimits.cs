namespace CityMap.Server.Hosting;

/// <summary>How large a request body may be.</summary>
internal static class BodyLimits
{
    /// <summary>Any JSON body, in bytes.</summary>
    public const int Default = 1 << 20;
}
