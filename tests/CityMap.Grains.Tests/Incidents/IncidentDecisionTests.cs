using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Incidents;
using NetTopologySuite.IO;

namespace CityMap.Grains.Tests.Incidents;

/// <summary>What follows from a command, in each state.</summary>
public sealed class IncidentDecisionTests
{
    [Theory]
    [InlineData(IncidentState.New, "receive", IncidentState.Received)]
    [InlineData(IncidentState.New, "reject", IncidentState.Rejected)]
    [InlineData(IncidentState.Received, "assign", IncidentState.Assigned)]
    [InlineData(IncidentState.Received, "reject", IncidentState.Rejected)]
    [InlineData(IncidentState.Assigned, "start", IncidentState.InProgress)]
    [InlineData(IncidentState.Assigned, "assign", IncidentState.Assigned)]
    [InlineData(IncidentState.InProgress, "claimFix", IncidentState.FixClaimed)]
    [InlineData(IncidentState.InProgress, "assign", IncidentState.Assigned)]
    [InlineData(IncidentState.FixClaimed, "verifyFix", IncidentState.FixVerified)]
    [InlineData(IncidentState.FixClaimed, "reopen", IncidentState.Reopened)]
    [InlineData(IncidentState.FixVerified, "close", IncidentState.Closed)]
    [InlineData(IncidentState.Closed, "reopen", IncidentState.Reopened)]
    [InlineData(IncidentState.Rejected, "reopen", IncidentState.Reopened)]
    [InlineData(IncidentState.Reopened, "assign", IncidentState.Assigned)]
    [InlineData(IncidentState.Reopened, "start", IncidentState.InProgress)]
    public void A_move_that_its_state_allows_leads_to_the_next_state(IncidentState from, string command, IncidentState to) =>
        Assert.Equal(to, After(Some.Incident(from), Some.Command(command)).State);

    [Fact]
    public void A_move_that_its_state_does_not_allow_is_refused_and_those_it_does_are_named()
    {
        var why = Why(Some.Incident(IncidentState.New), new CloseIncident());
        Assert.Equal(RefusalCodes.NotAllowed, why.Code);
        Assert.Equal(["receive", "reject", "acknowledge", "correct", "move", "drawFootprint", "linkFacility", "note"], why.Allowed);
    }

    [Fact]
    public void A_closed_incident_takes_only_a_note_or_a_reopening() =>
        Assert.Equal(["reopen", "note"], IncidentCommands.AllowedIn(IncidentState.Closed, acknowledged: false));

    [Fact]
    public void Who_takes_an_incident_in_has_seen_it() => Assert.True(After(Some.Incident(), new ReceiveIncident()).Acknowledged);

    [Fact]
    public void An_incident_is_acknowledged_once()
    {
        Assert.True(After(Some.Incident(), new AcknowledgeIncident()).Acknowledged);
        Assert.DoesNotContain("acknowledge", Why(Some.Incident(acknowledged: true), new AcknowledgeIncident()).Allowed);
    }

    [Fact]
    public void Reopening_starts_the_deadline_anew_and_forgets_the_closing()
    {
        var closed = Some.Incident(IncidentState.Closed) with { ClosedAt = Some.Now };
        var later = Some.Now.AddDays(30);
        var reopened = After(closed, new ReopenIncident("Lại hỏng"), later);
        Assert.Equal((later.AddDays(7), null), (reopened.DueAt, reopened.ClosedAt));
        Assert.False(reopened.IsOverdue(later));
    }

    [Fact]
    public void A_correction_of_the_severity_moves_the_deadline_but_not_its_beginning()
    {
        var corrected = After(Some.Incident(), new CorrectIncident(null, 5, null, null), Some.Now.AddHours(2));
        Assert.Equal((5, Some.Now.AddDays(1)), (corrected.Severity, corrected.DueAt));
    }

    [Fact]
    public void A_correction_keeps_what_it_does_not_name_and_an_empty_description_removes_it()
    {
        var told = After(Some.Incident(), new CorrectIncident("TREE", null, null, "Cây đổ"));
        Assert.Equal(("TREE", "Đèn đường hỏng", "Cây đổ"), (told.Type, told.Title, told.Description));
        Assert.Null(After(told, new CorrectIncident(null, null, null, "")).Description);
    }

    [Fact]
    public void A_correction_that_changes_nothing_is_refused() =>
        Assert.Equal(RefusalCodes.NothingToChange, Why(Some.Incident(), new CorrectIncident("LIGHT", 2, null, null)).Code);

    [Fact]
    public void Moving_the_pin_finds_the_district_again()
    {
        var moved = After(Some.Incident(), new MoveIncident(107.5, 21.8));
        Assert.Equal((Some.East, "Phường Đông"), (moved.District, moved.Address));
    }

    [Theory]
    [InlineData(21.85, 106.76, "position.lat")]
    [InlineData(double.NaN, 21.8, "position.lon")]
    [InlineData(190, 21.8, "position.lon")]
    public void A_pin_cannot_be_moved_off_the_earth(double lon, double lat, string field)
    {
        var why = Why(Some.Incident(), new MoveIncident(lon, lat));
        Assert.Equal((RefusalCodes.CoordinateOutOfRange, field), (why.Code, why.Field));
    }

    [Theory]
    [InlineData("POINT (106.7 21.8)")]
    [InlineData("LINESTRING EMPTY")]
    [InlineData("POLYGON ((106.7 21.8, 106.8 21.9, 106.8 21.8, 106.7 21.9, 106.7 21.8))")]
    [InlineData("LINESTRING (106.7 21.8, 106.7 121.8)")]
    public void A_footprint_that_is_not_a_valid_line_or_area_on_the_ground_is_refused(string wkt) =>
        Assert.Equal(RefusalCodes.FootprintInvalid, Why(Some.Incident(), new DrawFootprint(new WKTReader().Read(wkt))).Code);

    [Fact]
    public void A_footprint_can_be_drawn_and_wiped_but_not_twice_the_same()
    {
        var line = new WKTReader().Read("LINESTRING (106.7 21.8, 106.8 21.8)");
        var drawn = After(Some.Incident(), new DrawFootprint(line));
        Assert.Equal(RefusalCodes.NothingToChange, Why(drawn, new DrawFootprint(line.Copy())).Code);
        Assert.Null(After(drawn, new DrawFootprint(null)).Footprint);
    }

    [Fact]
    public void A_link_to_a_facility_can_be_taken_back_but_not_twice()
    {
        var linked = After(Some.Incident(), new LinkFacility("PUMP-03"));
        var free = After(linked, new LinkFacility(null));
        Assert.Null(free.Facility);
        Assert.Equal(RefusalCodes.NothingToChange, Why(free, new LinkFacility(null)).Code);
    }

    [Fact]
    public void A_facility_that_does_not_exist_cannot_be_linked()
    {
        Assert.Equal("PUMP-03", After(Some.Incident(), new LinkFacility("PUMP-03")).Facility);
        var decision = Incident.Decide(Some.Incident(), new LinkFacility("PUMP-99"), Some.Context(facilityKnown: false));
        Assert.Equal(RefusalCodes.UnknownFacility, Assert.IsType<Decision.Refused>(decision).Why.Code);
    }

    [Theory]
    [InlineData("reject")]
    [InlineData("reopen")]
    public void Turning_away_and_reopening_need_a_reason(string command)
    {
        var state = Some.Incident(command == "reject" ? IncidentState.New : IncidentState.Closed);
        Assert.Equal(RefusalCodes.TextMissing, Why(state, command == "reject" ? new RejectIncident(" ") : new ReopenIncident("")).Code);
    }

    private static IncidentSnapshot After(IncidentSnapshot state, IncidentCommand command, DateTimeOffset? now = null)
    {
        var happens = Assert.IsType<Decision.Happens>(Incident.Decide(state, command, Some.Context(now)));
        return Incident.Apply(state.Id, state, happens.Events[0], new Stamp(2, state.Version + 1, happens.OccurredAt, now ?? Some.Now));
    }

    private static Refusal Why(IncidentSnapshot state, IncidentCommand command) =>
        Assert.IsType<Decision.Refused>(Incident.Decide(state, command, Some.Context())).Why;
}
