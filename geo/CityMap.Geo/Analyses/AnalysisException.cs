namespace CityMap.Geo.Analyses;

/// <summary>An analysis that cannot be done as it was asked for.</summary>
/// <param name="code">What kind of trouble, for example <c>area_too_wide</c>.</param>
/// <param name="reason">One sentence.</param>
public sealed class AnalysisException(string code, string reason) : Exception(reason)
{
    /// <summary>What kind of trouble.</summary>
    public string Code { get; } = code;
}
