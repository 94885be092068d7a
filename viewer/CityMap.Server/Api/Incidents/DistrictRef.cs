using CityMap.Geo.Areas;

namespace CityMap.Server.Api.Incidents;

/// <summary>The district something lies in.</summary>
/// <param name="Id">Area id, <c>code@edition</c>.</param>
/// <param name="Name">Its Vietnamese name.</param>
internal sealed record DistrictRef(string Id, string Name);

/// <summary>Why a position belongs to a district.</summary>
internal sealed record JurisdictionView(
    string Rule,
    string? AreaId,
    string? AreaName,
    string? Edition,
    double? DistanceToBorderMetres,
    string? RunnerUpId,
    string? RunnerUpName,
    double? RunnerUpDistanceMetres)
{
    /// <summary>Shows an explanation; metres to the decimetre.</summary>
    public static JurisdictionView? Of(Jurisdiction? why) => why is null
        ? null
        : new(
            why.Rule.ToString(),
            why.AreaId,
            why.AreaName,
            why.Edition,
            Metres(why.DistanceToBorderMetres),
            why.RunnerUpId,
            why.RunnerUpName,
            Metres(why.RunnerUpDistanceMetres));

    private static double? Metres(double? value) => value is { } metres ? Math.Round(metres, 1) : null;
}
