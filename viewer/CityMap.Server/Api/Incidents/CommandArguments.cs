using CityMap.Geo.Coordinates;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Server.Api.Bodies;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Api.Incidents;

/// <summary>The arguments of a command while its body is read.</summary>
internal ref struct CommandArguments
{
    private string? _agency, _note, _reason, _type, _title, _description, _text, _facility;
    private long? _severity;
    private LonLat? _position;
    private Geometry? _footprint;
    private bool _hasFootprint, _hasFacility;

    /// <summary>Takes the member the reader stands on.</summary>
    public void Take(string member, ref BodyReader reader)
    {
        switch (member)
        {
            case "agency": _agency = reader.Text(member, TextLimits.Name); break;
            case "note": _note = reader.Text(member, TextLimits.Note, lines: true, nullable: true); break;
            case "reason": _reason = reader.Text(member, TextLimits.Reason, lines: true); break;
            case "text": _text = reader.Text(member, TextLimits.Note, lines: true); break;
            case "type": _type = reader.Json.TokenType == System.Text.Json.JsonTokenType.Null ? null : ReportBody.Type(ref reader); break;
            case "severity": _severity = reader.Json.TokenType == System.Text.Json.JsonTokenType.Null ? null : ReportBody.Severity(ref reader); break;
            case "title": _title = reader.Text(member, TextLimits.Title, nullable: true); break;
            case "description": _description = reader.Text(member, TextLimits.Description, lines: true, nullable: true); break;
            case "position": _position = ReportBody.Position(ref reader); break;
            case "footprint": (_footprint, _hasFootprint) = (ReportBody.Footprint(ref reader, member), true); break;
            case "facility": (_facility, _hasFacility) = (reader.Text(member, TextLimits.Id, nullable: true), true); break;
        }
    }

    /// <summary>The command they make.</summary>
    /// <exception cref="Problems.ProblemException">One of them is missing.</exception>
    public readonly IncidentCommand Build(string command) => command switch
    {
        IncidentCommands.Receive => new ReceiveIncident(),
        IncidentCommands.Assign => new AssignIncident(Said(_agency, "agency")),
        IncidentCommands.Start => new StartIncident(),
        IncidentCommands.ClaimFix => new ClaimFix(string.IsNullOrWhiteSpace(_note) ? null : _note),
        IncidentCommands.VerifyFix => new VerifyFix(),
        IncidentCommands.Close => new CloseIncident(),
        IncidentCommands.Reject => new RejectIncident(Said(_reason, "reason")),
        IncidentCommands.Reopen => new ReopenIncident(Said(_reason, "reason")),
        IncidentCommands.Correct => new CorrectIncident(
            _type, (int?)_severity, _title is null ? null : ReportBody.NotBlank(_title, "title"), _description),
        IncidentCommands.Move => _position is { } to ? new MoveIncident(to.Lon, to.Lat) : throw ReportBody.Missing("position"),
        IncidentCommands.DrawFootprint => _hasFootprint ? new DrawFootprint(_footprint) : throw ReportBody.Missing("footprint"),
        IncidentCommands.Note => new NoteIncident(Said(_text, "text")),
        IncidentCommands.Acknowledge => new AcknowledgeIncident(),
        IncidentCommands.LinkFacility => _hasFacility ? new LinkFacility(_facility) : throw ReportBody.Missing("facility"),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "No such command."),
    };

    private static string Said(string? text, string member) => ReportBody.NotBlank(text ?? throw ReportBody.Missing(member), member);
}
