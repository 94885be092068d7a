using System.Buffers;
using System.Text.Json;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Formats.GeoJson;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Problems;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Api.Incidents;

/// <summary>The body of <c>POST /api/incidents</c>.</summary>
/// <param name="Report">What is reported.</param>
/// <param name="OccurredAt">When it happened, as an importer states it; null is now.</param>
internal readonly record struct ReportBody(ReportIncident Report, DateTimeOffset? OccurredAt)
{
    private static readonly MemberSet _members = new(
        "", "type", "title", "description", "severity", "position", "footprint", "occurredAt", "exercise", "facility");

    private static readonly MemberSet _position = new("position", "lon", "lat");

    /// <summary>Reads a body.</summary>
    /// <exception cref="ProblemException">It is no report; the problem says where and why.</exception>
    public static ReportBody Read(ReadOnlySequence<byte> body)
    {
        var reader = new BodyReader(body);
        reader.Open(_members);
        string? type = null, title = null, description = null, facility = null;
        long? severity = null;
        LonLat? position = null;
        Geometry? footprint = null;
        DateTimeOffset? occurredAt = null;
        var exercise = false;
        var seen = 0UL;
        while (reader.Next(_members, ref seen, out var member))
        {
            switch (member)
            {
                case "type": type = Type(ref reader); break;
                case "title": title = reader.Text(member, TextLimits.Title); break;
                case "description": description = reader.Text(member, TextLimits.Description, lines: true, nullable: true); break;
                case "severity": severity = Severity(ref reader); break;
                case "position": position = Position(ref reader); break;
                case "footprint": footprint = Footprint(ref reader, member); break;
                case "occurredAt": occurredAt = reader.Instant(member); break;
                case "exercise": exercise = reader.Flag(member); break;
                case "facility": facility = reader.Text(member, TextLimits.Id, nullable: true); break;
            }
        }

        reader.End();
        var report = new ReportIncident(
            type ?? throw Missing("type"),
            NotBlank(title ?? throw Missing("title"), "title"),
            (int)(severity ?? throw Missing("severity")),
            (position ?? throw Missing("position")).Lon,
            position.Value.Lat)
        {
            Description = string.IsNullOrWhiteSpace(description) ? null : description,
            Footprint = footprint,
            Facility = facility,
            Exercise = exercise,
        };
        return new(report, occurredAt);
    }

    /// <summary>The problem of a member that must be there.</summary>
    public static ProblemException Missing(string member) =>
        new("missing_member", member, $"The member {member} is missing.", $"the member {member}");

    /// <summary>Text that says something.</summary>
    public static string NotBlank(string text, string member) => string.IsNullOrWhiteSpace(text)
        ? throw new ProblemException(RefusalCodes.TextMissing, member, $"{member} says nothing.", "1 character or more")
        : text.Trim();

    /// <summary>A known type of incident.</summary>
    public static string Type(ref BodyReader reader)
    {
        var code = reader.Text("type", 64)!;
        return IncidentTypes.Find(code) is { } known
            ? known.Code
            : throw new ProblemException(new(RefusalCodes.UnknownType, $"There is no type {Texts.Shown(code)}.")
            {
                Field = "type",
                Allowed = IncidentTypes.Codes,
            });
    }

    /// <summary>A severity, 1 to 5.</summary>
    public static long Severity(ref BodyReader reader) => reader.Whole("severity") is >= 1 and <= 5 and var severity
        ? severity
        : throw new ProblemException(new(RefusalCodes.SeverityOutOfRange, "The severity is not 1 to 5.")
        {
            Field = "severity",
            Allowed = ["1", "2", "3", "4", "5"],
        });

    /// <summary>A position on the ground.</summary>
    public static LonLat Position(ref BodyReader reader)
    {
        reader.Open(_position);
        double? lon = null, lat = null;
        var seen = 0UL;
        while (reader.Next(_position, ref seen, out var member))
        {
            if (member == "lon") lon = reader.Number("position.lon");
            else lat = reader.Number("position.lat");
        }

        return LonLat.TryCreate(lon ?? throw Missing("position.lon"), lat ?? throw Missing("position.lat"), out var position, out var problem)
            ? position
            : throw new ProblemException(ProblemMapping.OfCoordinate(problem!, "position"));
    }

    /// <summary>A GeoJSON geometry, or null.</summary>
    public static Geometry? Footprint(ref BodyReader reader, string member)
    {
        if (reader.Json.TokenType == JsonTokenType.Null) return null;
        using var json = reader.Value();
        return GeoJsonGeometry.TryRead(json.RootElement, member, out var geometry, out var problem)
            ? geometry
            : throw new ProblemException(
                RefusalCodes.FootprintInvalid, problem.Path, problem.Reason, "a GeoJSON LineString or Polygon, longitude first");
    }
}
