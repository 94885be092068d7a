namespace CityMap.Server.Hosting;

/// <summary>How large a request body may be.</summary>
internal static class BodyLimits
{
    /// <summary>Any JSON body, in bytes.</summary>
    public const int Default = 1 << 20;

    /// <summary>What is still taken in of a body that was refused before its end, in bytes.</summary>
    public const long Drained = 64L << 20;
}
