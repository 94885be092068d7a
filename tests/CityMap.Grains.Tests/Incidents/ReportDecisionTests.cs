using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Incidents;

namespace CityMap.Grains.Tests.Incidents;

/// <summary>What follows from a report.</summary>
public sealed class ReportDecisionTests
{
    [Theory]
    [InlineData(5, 1)]
    [InlineData(4, 1)]
    [InlineData(3, 3)]
    [InlineData(2, 7)]
    [InlineData(1, 7)]
    public void A_new_incident_has_the_allowance_of_its_severity(int severity, int days) =>
        Assert.Equal(Some.Now.AddDays(days), Reported(Some.Report(severity: severity)).DueAt);

    [Fact]
    public void Text_is_kept_in_NFC_and_trimmed() =>
        Assert.Equal("Đường Trần Đăng Ninh", Reported(Some.Report(title: "  Đường Trần Đăng Ninh ".Normalize(System.Text.NormalizationForm.FormD))).Title);

    // By code: an attribute could not hold half a surrogate pair.
    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    [InlineData(0x0000)]
    [InlineData(0x0007)]
    [InlineData(0x0085)]
    [InlineData(0xFFFE)]
    [InlineData(0xFFFF)]
    public void Text_that_breaks_documents_is_refused(int code) =>
        Assert.Equal(RefusalCodes.TextMalformed, Why(Some.Report(title: $"Đèn {(char)code} hỏng")).Code);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void A_title_must_be_there(string? title) => Assert.Equal(RefusalCodes.TextMissing, Why(Some.Report(title: title!)).Code);

    [Fact]
    public void A_text_beyond_its_limit_is_refused_and_the_limit_named()
    {
        var why = Why(Some.Report(title: new string('ă', 201)));
        Assert.Equal((RefusalCodes.TextTooLong, "title", "at most 200 characters"), (why.Code, why.Field, why.Expected));
        Assert.Equal(RefusalCodes.TextTooLong, Why(Some.Report() with { Description = new string('x', 100_000) }).Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(int.MinValue)]
    public void A_severity_is_one_to_five(int severity) => Assert.Equal(["1", "2", "3", "4", "5"], Why(Some.Report(severity: severity)).Allowed);

    [Theory]
    [InlineData("light")]
    [InlineData("")]
    [InlineData(null)]
    public void An_unknown_type_is_refused_and_the_known_ones_named(string? type) =>
        Assert.Equal(IncidentTypes.Codes, Why(Some.Report(type: type!)).Allowed);

    [Fact]
    public void A_swapped_pair_of_coordinates_is_recognised() =>
        Assert.Contains("did you mean", Why(Some.Report() with { Lon = 21.85, Lat = 106.76 }).Sentence, StringComparison.Ordinal);

    [Fact]
    public void An_importer_may_state_when_it_happened()
    {
        var then = new DateTimeOffset(2015, 3, 1, 7, 0, 0, TimeSpan.FromHours(7));
        var happens = Assert.IsType<Decision.Happens>(Incident.DecideReport(Some.Report(), Some.Context(occurredAt: then)));
        Assert.Equal(then, happens.OccurredAt);
        Assert.Equal(TimeSpan.Zero, happens.OccurredAt.Offset);
    }

    [Fact]
    public void Another_clock_may_be_five_minutes_ahead_and_no_more()
    {
        Assert.IsType<Decision.Happens>(Incident.DecideReport(Some.Report(), Some.Context(occurredAt: Some.Now.AddMinutes(5))));
        var late = Incident.DecideReport(Some.Report(), Some.Context(occurredAt: Some.Now.AddMinutes(5).AddTicks(10)));
        Assert.Equal(RefusalCodes.OccurredInFuture, Assert.IsType<Decision.Refused>(late).Why.Code);
    }

    [Fact]
    public void The_kinds_that_call_for_the_emergency_numbers_are_security_fire_and_hazard() =>
        Assert.Equal(["SECURITY", "FIRE", "HAZARD"], IncidentTypes.All.Where(type => type.Emergency).Select(type => type.Code));

    private static IncidentReported Reported(ReportIncident report) =>
        Assert.IsType<IncidentReported>(Assert.IsType<Decision.Happens>(Incident.DecideReport(report, Some.Context())).Events[0]);

    private static Refusal Why(ReportIncident report) => Assert.IsType<Decision.Refused>(Incident.DecideReport(report, Some.Context())).Why;
}
