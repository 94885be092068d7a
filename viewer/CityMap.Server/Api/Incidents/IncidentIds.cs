using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Incidents;

/// <summary>Ids of incidents in routes.</summary>
internal static class IncidentIds
{
    /// <summary>Reads an id as it is written everywhere: 36 characters in lower case, or upper.</summary>
    /// <exception cref="ProblemException">There can be no incident of that id.</exception>
    public static Guid Parse(string id) =>
        Guid.TryParseExact(id, "D", out var parsed) ? parsed : throw NotFound(id);

    /// <summary>The problem of an incident that is not there.</summary>
    public static ProblemException NotFound(string id) =>
        new("not_found", "id", $"There is no incident {Texts.Shown(id)}.", "the id of an incident, for example 0198f2c4-7d1e-7a3b-9c55-0a1b2c3d4e5f");
}
