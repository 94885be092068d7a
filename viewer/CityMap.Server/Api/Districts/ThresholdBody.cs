using System.Buffers;
using System.Text.Json;
using CityMap.Grains.Contracts.Districts;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Incidents;

namespace CityMap.Server.Api.Districts;

/// <summary>The body of <c>PUT /api/districts/{id}/thresholds</c>.</summary>
internal static class ThresholdBody
{
    private const int MostMinutes = 31 * 24 * 60;

    private static readonly MemberSet _members = new("", "items", "expectedVersion");
    private static readonly MemberSet _item = new("items", "type", "minSeverity", "count", "windowMinutes");

    /// <summary>Reads a body.</summary>
    public static (IReadOnlyList<DistrictThreshold> Thresholds, long? ExpectedVersion) Read(ReadOnlySequence<byte> body)
    {
        var reader = new BodyReader(body);
        reader.Open(_members);
        List<DistrictThreshold>? items = null;
        long? version = null;
        var seen = 0UL;
        while (reader.Next(_members, ref seen, out var member))
        {
            if (member == "expectedVersion")
            {
                version = InRange(ref reader, member, 0, long.MaxValue);
                continue;
            }

            items = [];
            for (reader.Enter("items"); reader.Json.TokenType != JsonTokenType.EndArray; reader.Advance()) items.Add(Item(ref reader));
        }

        reader.End();
        return (items ?? throw ReportBody.Missing("items"), version);
    }

    private static DistrictThreshold Item(ref BodyReader reader)
    {
        reader.Open(_item);
        string? type = null;
        long severity = 1;
        long? count = null, minutes = null;
        var seen = 0UL;
        while (reader.Next(_item, ref seen, out var member))
        {
            switch (member)
            {
                case "type": type = reader.Json.TokenType == JsonTokenType.Null ? null : ReportBody.Type(ref reader); break;
                case "minSeverity": severity = InRange(ref reader, "items.minSeverity", 1, 5); break;
                case "count": count = InRange(ref reader, "items.count", 1, 1_000_000); break;
                case "windowMinutes": minutes = InRange(ref reader, "items.windowMinutes", 1, MostMinutes); break;
            }
        }

        return new(
            type, (int)severity, (int)(count ?? throw ReportBody.Missing("items.count")),
            TimeSpan.FromMinutes(minutes ?? throw ReportBody.Missing("items.windowMinutes")));
    }

    private static long InRange(ref BodyReader reader, string field, long least, long most) => reader.Whole(field) is var value && value >= least && value <= most
        ? value
        : throw new Problems.ProblemException(
            Grains.Contracts.RefusalCodes.NumberOutOfRange, field, $"{field} is out of range.", $"a whole number from {least} to {most}");
}
