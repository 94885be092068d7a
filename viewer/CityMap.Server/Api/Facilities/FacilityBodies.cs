using System.Buffers;
using System.Text.Json;
using CityMap.Geo.Coordinates;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Facilities;

/// <summary>The bodies of the facility routes.</summary>
internal static class FacilityBodies
{
    private static readonly MemberSet _define = new(
        "", "kind", "name", "nameEn", "position", "address", "capacity", "used", "status", "limits", "expectedVersion");

    private static readonly MemberSet _capacity = new("", "capacity", "used", "expectedVersion");

    private static readonly MemberSet _status = new("", "status", "reason", "expectedVersion");

    /// <summary>A definition (<c>PUT /api/facilities/{id}</c>).</summary>
    public static (FacilityCommand Command, long? ExpectedVersion) Define(ReadOnlySequence<byte> body)
    {
        var reader = new BodyReader(body);
        reader.Open(_define);
        string? kind = null, name = null, nameEn = null, address = null;
        long? capacity = null, used = null, version = null;
        LonLat? position = null;
        FacilityStatus? status = null;
        IReadOnlyList<FacilityLimit> limits = [];
        var seen = 0UL;
        while (reader.Next(_define, ref seen, out var member))
        {
            switch (member)
            {
                case "kind": kind = Kind(ref reader); break;
                case "name": name = reader.Text(member, TextLimits.Name); break;
                case "nameEn": nameEn = reader.Text(member, TextLimits.Name, nullable: true); break;
                case "address": address = reader.Text(member, TextLimits.Name, nullable: true); break;
                case "position": position = ReportBody.Position(ref reader); break;
                case "capacity": capacity = Count(ref reader, member); break;
                case "used": used = Count(ref reader, member); break;
                case "status": status = Status(ref reader); break;
                case "limits": limits = LimitBodies.Read(ref reader); break;
                case "expectedVersion": version = Count(ref reader, member); break;
            }
        }

        reader.End();
        var at = position ?? throw ReportBody.Missing("position");
        var command = new DefineFacility(
            kind ?? throw ReportBody.Missing("kind"), ReportBody.NotBlank(name ?? throw ReportBody.Missing("name"), "name"), at.Lon, at.Lat)
        {
            NameEn = nameEn,
            Address = address,
            Capacity = capacity,
            Used = used,
            Status = status,
            Limits = limits,
        };
        return (command, version);
    }

    /// <summary>A change of status (<c>POST /api/facilities/{id}/status</c>).</summary>
    public static (FacilityCommand Command, long? ExpectedVersion) Change(ReadOnlySequence<byte> body)
    {
        var reader = new BodyReader(body);
        reader.Open(_status);
        FacilityStatus? status = null;
        string? reason = null;
        long? version = null;
        var seen = 0UL;
        while (reader.Next(_status, ref seen, out var member))
        {
            if (member == "status") status = Status(ref reader);
            else if (member == "reason") reason = reader.Text(member, TextLimits.Reason, lines: true, nullable: true);
            else version = Count(ref reader, member);
        }

        reader.End();
        return (new SetFacilityStatus(status ?? throw ReportBody.Missing("status"), reason), version);
    }

    /// <summary>How full it is (<c>POST /api/facilities/{id}/capacity</c>).</summary>
    public static (FacilityCommand Command, long? ExpectedVersion) Fill(ReadOnlySequence<byte> body)
    {
        var reader = new BodyReader(body);
        reader.Open(_capacity);
        long? capacity = null, used = null, version = null;
        var seen = 0UL;
        while (reader.Next(_capacity, ref seen, out var member))
        {
            var count = Count(ref reader, member);
            if (member == "capacity") capacity = count;
            else if (member == "used") used = count;
            else version = count;
        }

        reader.End();
        return (new SetFacilityCapacity(capacity, used), version);
    }

    private static string Kind(ref BodyReader reader)
    {
        var code = reader.Text("kind", 64)!;
        return FacilityKinds.Codes.Contains(code)
            ? code
            : throw new ProblemException(new(RefusalCodes.UnknownKind, $"There is no kind {Texts.Shown(code)}.")
            {
                Field = "kind",
                Allowed = FacilityKinds.Codes,
            });
    }

    private static FacilityStatus Status(ref BodyReader reader)
    {
        var code = reader.Text("status", 64)!;
        return Enum.TryParse<FacilityStatus>(code, out var status) && status.ToString() == code
            ? status
            : throw new ProblemException(new(RefusalCodes.UnknownStatus, $"There is no status {Texts.Shown(code)}.")
            {
                Field = "status",
                Allowed = Enum.GetNames<FacilityStatus>(),
            });
    }

    private static long? Count(ref BodyReader reader, string member) =>
        reader.Json.TokenType == JsonTokenType.Null ? null
        : reader.Whole(member) is >= 0 and var value ? value
        : throw new ProblemException(RefusalCodes.NumberOutOfRange, member, $"{member} is below 0.", "0 or more");
}
