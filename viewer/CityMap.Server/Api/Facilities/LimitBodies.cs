using System.Buffers;
using System.Text.Json;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Facilities;

/// <summary>Lists in bodies of facility routes: limits and measurements.</summary>
internal static class LimitBodies
{
    private const int MostReadings = 1000;

    private static readonly MemberSet _limit = new("limits", "quantity", "min", "max", "hysteresis", "incidentType", "severity");
    private static readonly MemberSet _readings = new("", "items");
    private static readonly MemberSet _reading = new("items", "quantity", "at", "value");

    /// <summary>The limits of a definition; the reader stands on the array.</summary>
    public static IReadOnlyList<FacilityLimit> Read(ref BodyReader reader)
    {
        var limits = new List<FacilityLimit>();
        for (reader.Enter("limits"); reader.Json.TokenType != JsonTokenType.EndArray; reader.Advance()) limits.Add(Limit(ref reader));
        return limits;
    }

    /// <summary>Measurements (<c>POST /api/facilities/{id}/readings</c>).</summary>
    public static IReadOnlyList<FacilityReading> Readings(ReadOnlySequence<byte> body)
    {
        var reader = new BodyReader(body);
        reader.Open(_readings);
        List<FacilityReading>? readings = null;
        var seen = 0UL;
        while (reader.Next(_readings, ref seen, out _))
        {
            readings = [];
            for (reader.Enter("items"); reader.Json.TokenType != JsonTokenType.EndArray; reader.Advance()) readings.Add(Reading(ref reader));
        }

        reader.End();
        if (readings is null) throw ReportBody.Missing("items");
        return readings.Count is > 0 and <= MostReadings
            ? readings
            : throw BodyReader.Wrong("items", $"a list of 1 to {MostReadings} measurements but of {readings.Count}", $"1 to {MostReadings} measurements");
    }

    private static FacilityLimit Limit(ref BodyReader reader)
    {
        reader.Open(_limit);
        string? quantity = null, type = null;
        double? min = null, max = null, hysteresis = null;
        long? severity = null;
        var seen = 0UL;
        while (reader.Next(_limit, ref seen, out var member))
        {
            switch (member)
            {
                case "quantity": quantity = reader.Text("limits.quantity", 64); break;
                case "min": min = Optional(ref reader, "limits.min"); break;
                case "max": max = Optional(ref reader, "limits.max"); break;
                case "hysteresis": hysteresis = Optional(ref reader, "limits.hysteresis"); break;
                case "incidentType": type = ReportBody.Type(ref reader); break;
                case "severity": severity = ReportBody.Severity(ref reader); break;
            }
        }

        return new(
            quantity ?? throw ReportBody.Missing("limits.quantity"), min, max, hysteresis ?? 0,
            type ?? throw ReportBody.Missing("limits.incidentType"), (int)(severity ?? throw ReportBody.Missing("limits.severity")));
    }

    private static FacilityReading Reading(ref BodyReader reader)
    {
        reader.Open(_reading);
        string? quantity = null;
        DateTimeOffset? at = null;
        double? value = null;
        var seen = 0UL;
        while (reader.Next(_reading, ref seen, out var member))
        {
            if (member == "quantity") quantity = reader.Text("items.quantity", 64);
            else if (member == "at") at = reader.Instant("items.at");
            else value = Finite(reader.Number("items.value"), "items.value");
        }

        return new(quantity ?? throw ReportBody.Missing("items.quantity"), at, value ?? throw ReportBody.Missing("items.value"));
    }

    private static double? Optional(ref BodyReader reader, string field) =>
        reader.Json.TokenType == JsonTokenType.Null ? null : Finite(reader.Number(field), field);

    private static double Finite(double value, string field) => double.IsFinite(value)
        ? value
        : throw new ProblemException(RefusalCodes.NumberOutOfRange, field, $"{field} is not a finite number.", "a finite number");
}
