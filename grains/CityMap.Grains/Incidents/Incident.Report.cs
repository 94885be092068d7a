using System.Globalization;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Rules;

namespace CityMap.Grains.Incidents;

internal static partial class Incident
{
    private static readonly string[] Severities = ["1", "2", "3", "4", "5"];

    /// <summary>The event that a report causes, or why it causes none.</summary>
    public static Decision DecideReport(ReportIncident report, DecisionContext context)
    {
        string? facility = null;
        var wrong = TypeRule(report.Type)
            ?? TextRule.Required("title", report.Title, TextRule.Name, out _)
            ?? TextRule.Optional("description", report.Description, TextRule.LongText, out _)
            ?? SeverityRule(report.Severity)
            ?? PositionRule.Check(report.Lon, report.Lat, out _)
            ?? (report.Footprint is null ? null : FootprintRule.Check(report.Footprint))
            ?? (report.Facility is null ? null : IdRule.Check("facility", report.Facility, out facility))
            ?? (facility is null || context.FacilityKnown ? null : NoFacility(facility))
            ?? TimeRule.Resolve(context.OccurredAt, context.Now, null, out _);
        if (wrong is not null) return new Decision.Refused(wrong);

        TextRule.Required("title", report.Title, TextRule.Name, out var title);
        TextRule.Optional("description", report.Description, TextRule.LongText, out var description);
        PositionRule.Check(report.Lon, report.Lat, out var position);
        TimeRule.Resolve(context.OccurredAt, context.Now, null, out var at);
        var place = context.Locate(position, at);
        return Happens(at, new IncidentReported(report.Type, title, report.Severity, position, at + context.Deadlines.For(report.Severity))
        {
            Description = description,
            Footprint = report.Footprint,
            District = place.District,
            Jurisdiction = place.Jurisdiction,
            Address = place.Address,
            Facility = facility,
            Exercise = report.Exercise,
        });
    }

    internal static Refusal? TypeRule(string? type) => IncidentTypes.Find(type) is not null
        ? null
        : new Refusal(RefusalCodes.UnknownType, "There is no such incident type.") { Field = "type", Allowed = IncidentTypes.Codes };

    internal static Refusal? SeverityRule(int severity) => severity is >= 1 and <= 5
        ? null
        : new Refusal(RefusalCodes.SeverityOutOfRange, string.Create(CultureInfo.InvariantCulture, $"The severity {severity} is not 1 to 5."))
        {
            Field = "severity",
            Allowed = Severities,
        };

    private static Refusal NoFacility(string facility) =>
        new(RefusalCodes.UnknownFacility, $"There is no facility {facility}.") { Field = "facility", Expected = "the id of a facility" };
}
