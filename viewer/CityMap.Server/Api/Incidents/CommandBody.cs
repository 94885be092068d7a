using System.Buffers;
using System.Text.Json;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Incidents;

/// <summary>The body of <c>POST /api/incidents/{id}/commands</c>.</summary>
/// <param name="Command">What to do.</param>
/// <param name="ExpectedVersion">The version the caller saw.</param>
/// <param name="OccurredAt">When it happened, as an importer states it; null is now.</param>
internal readonly record struct CommandBody(IncidentCommand Command, long? ExpectedVersion, DateTimeOffset? OccurredAt)
{
    /// <summary>Reads a body.</summary>
    /// <exception cref="ProblemException">It is no command; the problem says where and why.</exception>
    public static CommandBody Read(ReadOnlySequence<byte> body)
    {
        var command = Name(body);
        var members = CommandMembers.Of(command);
        var reader = new BodyReader(body);
        reader.Open(members);
        var arguments = new CommandArguments();
        long? expectedVersion = null;
        DateTimeOffset? occurredAt = null;
        var seen = 0UL;
        while (reader.Next(members, ref seen, out var member))
        {
            if (member == "command") continue;
            if (member == "expectedVersion") expectedVersion = reader.Json.TokenType == JsonTokenType.Null ? null : Version(ref reader, member);
            else if (member == "occurredAt") occurredAt = reader.Instant(member);
            else arguments.Take(member, ref reader);
        }

        reader.End();
        return new(arguments.Build(command), expectedVersion, occurredAt);
    }

    /// <summary>The command a body names.</summary>
    // The command decides which members there may be, and it need not come first.
    internal static string Name(ReadOnlySequence<byte> body)
    {
        var reader = new BodyReader(body);
        if (reader.Json.TokenType != JsonTokenType.StartObject) reader.Open(CommandMembers.Of(IncidentCommands.Receive));
        string? name = null;
        for (reader.Advance(); reader.Json.TokenType != JsonTokenType.EndObject; reader.Advance())
        {
            var found = reader.Json.ValueTextEquals("command"u8);
            reader.Advance();
            if (found) name = reader.Text("command", 64);
            else reader.Skip();
        }

        if (name is null) throw ReportBody.Missing("command");
        return IncidentCommands.All.Contains(name) ? name : throw new ProblemException(
            new("unknown_command", $"There is no command {Texts.Shown(name)}.") { Field = "command", Allowed = IncidentCommands.All });
    }

    /// <summary>A version.</summary>
    internal static long Version(ref BodyReader reader, string field) => reader.Whole(field) is >= 0 and var version
        ? version
        : throw BodyReader.Wrong(field, "a version", "0 or more");
}
