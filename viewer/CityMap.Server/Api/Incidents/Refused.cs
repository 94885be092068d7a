using System.Text.Json;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Incidents;

/// <summary>What a reply that is no acceptance means to the caller.</summary>
internal static class Refused
{
    /// <summary>The problem of a reply.</summary>
    public static ProblemException By(IncidentReply reply, IncidentFile file, string id) => reply switch
    {
        IncidentReply.Refused refused => new(ProblemMapping.Of(refused.Why)),
        IncidentReply.Conflict conflict => new(new("version_conflict", $"The incident is at version {conflict.Current.Version} by now.")
        {
            Field = "expectedVersion",
            Expected = conflict.Current.Version.ToString(Texts.Plain),
            Current = JsonSerializer.SerializeToElement(file.Show(conflict.Current), ApiJson.Plain.IncidentDetail),
        }),
        _ => IncidentIds.NotFound(id),
    };
}
