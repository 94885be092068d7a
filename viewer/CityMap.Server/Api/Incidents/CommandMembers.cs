using CityMap.Grains.Contracts.Incidents;
using CityMap.Server.Api.Bodies;

namespace CityMap.Server.Api.Incidents;

/// <summary>Which members each command takes besides its name, the version and the time.</summary>
internal static class CommandMembers
{
    private static readonly Dictionary<string, string[]> _arguments = new(StringComparer.Ordinal)
    {
        [IncidentCommands.Receive] = [],
        [IncidentCommands.Assign] = ["agency"],
        [IncidentCommands.Start] = [],
        [IncidentCommands.ClaimFix] = ["note"],
        [IncidentCommands.VerifyFix] = [],
        [IncidentCommands.Close] = [],
        [IncidentCommands.Reject] = ["reason"],
        [IncidentCommands.Reopen] = ["reason"],
        [IncidentCommands.Correct] = ["type", "severity", "title", "description"],
        [IncidentCommands.Move] = ["position"],
        [IncidentCommands.DrawFootprint] = ["footprint"],
        [IncidentCommands.Note] = ["text"],
        [IncidentCommands.Acknowledge] = [],
        [IncidentCommands.LinkFacility] = ["facility"],
    };

    private static readonly Dictionary<string, MemberSet> _sets = _arguments.ToDictionary(
        command => command.Key,
        command => new MemberSet("", ["command", "expectedVersion", "occurredAt", .. command.Value]),
        StringComparer.Ordinal);

    /// <summary>The arguments of every command, by its name.</summary>
    public static IReadOnlyDictionary<string, string[]> Arguments => _arguments;

    /// <summary>Every member the command's body may have.</summary>
    public static MemberSet Of(string command) => _sets[command];
}
