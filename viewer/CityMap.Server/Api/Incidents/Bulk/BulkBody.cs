using System.Buffers;
using System.Text.Json;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Incidents.Bulk;

/// <summary>The body of <c>POST /api/incidents/commands</c>: one command for many incidents, each with the version the caller saw.</summary>
/// <param name="Command">What to do.</param>
/// <param name="Items">With which incidents.</param>
internal readonly record struct BulkBody(IncidentCommand Command, IReadOnlyList<BulkItem> Items)
{
    /// <summary>The most incidents of one request.</summary>
    public const int MostItems = 500;

    private static readonly MemberSet _item = new("items", "id", "expectedVersion");

    /// <summary>The commands that make sense for many at once: those that say nothing of one place, shape or text.</summary>
    public static readonly IReadOnlyList<string> Commands =
    [
        IncidentCommands.Acknowledge, IncidentCommands.Receive, IncidentCommands.Assign, IncidentCommands.Start, IncidentCommands.ClaimFix,
        IncidentCommands.VerifyFix, IncidentCommands.Close, IncidentCommands.Reject, IncidentCommands.Reopen, IncidentCommands.Note,
    ];

    private static readonly Dictionary<string, MemberSet> _members = Commands.ToDictionary(
        command => command, command => new MemberSet("", ["command", "items", .. CommandMembers.Arguments[command]]), StringComparer.Ordinal);

    /// <summary>Reads a body.</summary>
    /// <exception cref="ProblemException">It is none; the problem says where and why.</exception>
    public static BulkBody Read(ReadOnlySequence<byte> body)
    {
        var command = CommandBody.Name(body);
        if (!_members.TryGetValue(command, out var members))
        {
            throw new ProblemException(new("unknown_command", $"{command} is not done with many at once.") { Field = "command", Allowed = Commands });
        }

        var reader = new BodyReader(body);
        reader.Open(members);
        var arguments = new CommandArguments();
        List<BulkItem>? items = null;
        var seen = 0UL;
        while (reader.Next(members, ref seen, out var member))
        {
            if (member == "command") continue;
            if (member == "items") items = ReadItems(ref reader);
            else arguments.Take(member, ref reader);
        }

        reader.End();
        return new(arguments.Build(command), items ?? throw ReportBody.Missing("items"));
    }

    private static List<BulkItem> ReadItems(ref BodyReader reader)
    {
        var items = new List<BulkItem>();
        var ids = new HashSet<Guid>();
        for (reader.Enter("items"); reader.Json.TokenType != JsonTokenType.EndArray; reader.Advance())
        {
            var item = ReadItem(ref reader);
            if (!ids.Add(item.Id)) throw new ProblemException("invalid_value", "items.id", $"{item.Id} is there twice.", "each incident once");
            items.Add(item);
            if (items.Count > MostItems) break;
        }

        return items.Count is >= 1 and <= MostItems
            ? items
            : throw new ProblemException(RefusalCodes.NumberOutOfRange, "items", "There are too few or too many incidents.", $"1 to {MostItems} incidents");
    }

    private static BulkItem ReadItem(ref BodyReader reader)
    {
        reader.Open(_item);
        string? id = null;
        long? version = null;
        var seen = 0UL;
        while (reader.Next(_item, ref seen, out var member))
        {
            if (member == "id") id = reader.Text("items.id", 64);
            else version = CommandBody.Version(ref reader, "items.expectedVersion");
        }

        var text = id ?? throw ReportBody.Missing("items.id");
        return Guid.TryParseExact(text, "D", out var parsed)
            ? new(parsed, version ?? throw ReportBody.Missing("items.expectedVersion"))
            : throw new ProblemException(RefusalCodes.IdMalformed, "items.id", $"{Texts.Shown(text)} is not the id of an incident.", "36 characters as in 0198f2c4-7d1e-7a3b-9c55-0a1b2c3d4e5f");
    }
}

/// <summary>One of many incidents.</summary>
/// <param name="Id">Which.</param>
/// <param name="ExpectedVersion">The version the caller saw.</param>
internal readonly record struct BulkItem(Guid Id, long ExpectedVersion);
