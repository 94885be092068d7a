using System.Text.Json.Serialization;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Incidents.Bulk;

/// <summary>What became of a command for many incidents.</summary>
/// <param name="Done">For how many it was done.</param>
/// <param name="Items">For each, in the order given.</param>
internal sealed record BulkAnswer(int Done, IReadOnlyList<BulkOutcome> Items);

/// <summary>What became of it for one incident: it is done, or there is a problem.</summary>
internal sealed record BulkOutcome
{
    /// <summary>Which.</summary>
    public required string Id { get; init; }

    /// <summary>True when it is durable.</summary>
    public required bool Done { get; init; }

    /// <summary>The incident as it is now, when it was done.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IncidentDetail? Incident { get; init; }

    /// <summary>Why it was not, as if it had been asked alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Problem? Problem { get; init; }
}
