using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Rules;
using NetTopologySuite.Geometries;

namespace CityMap.Grains.Incidents;

/// <summary>Decides what follows from a command to an incident. Pure: no clock, no store, nothing remembered.</summary>
internal static partial class Incident
{
    /// <summary>The events that a command causes, or why it causes none.</summary>
    public static Decision Decide(IncidentSnapshot state, IncidentCommand command, DecisionContext context)
    {
        if (!state.Allowed.Contains(command.Name)) return NotAllowed(state, command.Name);
        if (TimeRule.Resolve(context.OccurredAt, context.Now, state.UpdatedAt, out var at) is { } wrong) return new Decision.Refused(wrong);
        return command switch
        {
            ReceiveIncident => Happens(at, new IncidentReceived()),
            AssignIncident c => Assign(state, c, at),
            StartIncident => Happens(at, new IncidentStarted()),
            ClaimFix c => TextRule.Optional("note", c.Note, TextRule.LongText, out var note) is { } no
                ? new Decision.Refused(no) : Happens(at, new FixClaimed(note)),
            VerifyFix => Happens(at, new FixVerified()),
            CloseIncident => Happens(at, new IncidentClosed()),
            RejectIncident c => TextRule.Required("reason", c.Reason, TextRule.Reason, out var reason) is { } no
                ? new Decision.Refused(no) : Happens(at, new IncidentRejected(reason)),
            ReopenIncident c => TextRule.Required("reason", c.Reason, TextRule.Reason, out var reason) is { } no
                ? new Decision.Refused(no)
                : Happens(at, new IncidentReopened(reason, state.State, at + context.Deadlines.For(state.Severity))),
            CorrectIncident c => Correct(state, c, context.Deadlines, at),
            MoveIncident c => Move(state, c, context, at),
            DrawFootprint c => Draw(state, c, at),
            NoteIncident c => TextRule.Required("text", c.Text, TextRule.LongText, out var text) is { } no
                ? new Decision.Refused(no) : Happens(at, new IncidentNoted(text)),
            AcknowledgeIncident => Happens(at, new IncidentAcknowledged()),
            LinkFacility c => Link(state, c, context.FacilityKnown, at),
            _ => NotAllowed(state, command.Name),
        };
    }

    private static Decision Assign(IncidentSnapshot state, AssignIncident command, DateTimeOffset at)
    {
        if (TextRule.Required("agency", command.Agency, TextRule.Name, out var agency) is { } wrong) return new Decision.Refused(wrong);
        return state.State == IncidentState.Assigned && state.Agency == agency
            ? Nothing("agency", "It is assigned to this agency already.", "another agency or unit")
            : Happens(at, new IncidentAssigned(agency));
    }

    private static Decision Correct(IncidentSnapshot state, CorrectIncident command, DeadlineOptions deadlines, DateTimeOffset at)
    {
        string? title = null;
        if (command.Type is not null && TypeRule(command.Type) is { } noType) return new Decision.Refused(noType);
        if (command.Severity is { } given && SeverityRule(given) is { } noSeverity) return new Decision.Refused(noSeverity);
        if (command.Title is not null && TextRule.Required("title", command.Title, TextRule.Name, out title) is { } noTitle)
        {
            return new Decision.Refused(noTitle);
        }

        if (TextRule.Optional("description", command.Description, TextRule.LongText, out var text) is { } noText)
        {
            return new Decision.Refused(noText);
        }

        var type = command.Type == state.Type ? null : command.Type;
        var severity = command.Severity == state.Severity ? null : command.Severity;
        title = title == state.Title ? null : title;
        var description = command.Description is null || text == state.Description ? null : text ?? "";
        if (type is null && severity is null && title is null && description is null)
        {
            return Nothing(null, "The correction says what is there already.", "another type, severity, title or description");
        }

        DateTimeOffset? dueAt = severity is null ? null : state.ClockFrom + deadlines.For(severity.Value);
        return Happens(at, new IncidentCorrected(type, severity, title, description, dueAt));
    }

    private static Decision Move(IncidentSnapshot state, MoveIncident command, DecisionContext context, DateTimeOffset at)
    {
        if (PositionRule.Check(command.Lon, command.Lat, out var position) is { } wrong) return new Decision.Refused(wrong);
        if (position == state.Position) return Nothing("position", "The pin is there already.", "another position");
        var place = context.Locate(position, at);
        return Happens(at, new IncidentMoved(position, place.District, place.Jurisdiction, place.Address));
    }

    private static Decision Draw(IncidentSnapshot state, DrawFootprint command, DateTimeOffset at)
    {
        if (command.Footprint is { } shape && FootprintRule.Check(shape) is { } wrong) return new Decision.Refused(wrong);
        return Same(state.Footprint, command.Footprint)
            ? Nothing("footprint", "The footprint is drawn like this already.", "another line or polygon")
            : Happens(at, new FootprintDrawn(command.Footprint));
    }

    private static Decision Link(IncidentSnapshot state, LinkFacility command, bool known, DateTimeOffset at)
    {
        string? facility = null;
        if (command.Facility is not null && IdRule.Check("facility", command.Facility, out facility) is { } wrong) return new Decision.Refused(wrong);
        if (facility is not null && !known) return new Decision.Refused(NoFacility(facility));
        return facility == state.Facility
            ? Nothing("facility", "It is tied to this facility already.", "another facility, or none")
            : Happens(at, new FacilityLinked(facility));
    }

    private static bool Same(Geometry? a, Geometry? b) => a is null || b is null ? a is null && b is null : a.EqualsExact(b);

    private static Decision.Happens Happens(DateTimeOffset at, IncidentEvent what) => new([what], at);

    private static Decision.Refused Nothing(string? field, string sentence, string expected) =>
        new(new Refusal(RefusalCodes.NothingToChange, sentence) { Field = field, Expected = expected });

    private static Decision.Refused NotAllowed(IncidentSnapshot state, string command) =>
        new(new Refusal(RefusalCodes.NotAllowed, $"An incident that is {state.State.Code()} does not take the command {command}.")
        {
            Field = "command",
            Allowed = state.Allowed,
        });
}
