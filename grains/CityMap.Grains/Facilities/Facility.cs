using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Incidents;
using CityMap.Grains.Rules;

namespace CityMap.Grains.Facilities;

/// <summary>Decides what follows from a command to a facility. Pure: no clock, no store, nothing remembered.</summary>
internal static partial class Facility
{
    private static readonly string[] Statuses = Enum.GetNames<FacilityStatus>();

    /// <summary>The event that a command causes, or why it causes none.</summary>
    public static FacilityDecision Decide(FacilitySnapshot? state, FacilityCommand command, DecisionContext context)
    {
        if (TimeRule.Resolve(context.OccurredAt, context.Now, state?.UpdatedAt, out var at) is { } wrong) return Refuse(wrong);
        return command switch
        {
            DefineFacility c => Define(state, c, context, at),
            _ when state is null => new FacilityDecision.NotFound(),
            SetFacilityStatus c => SetStatus(state, c, at),
            SetFacilityCapacity c => SetCapacity(state, c, at),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "A command without a rule."),
        };
    }

    private static FacilityDecision Define(FacilitySnapshot? state, DefineFacility command, DecisionContext context, DateTimeOffset at)
    {
        string? nameEn = null, address = null;
        var wrong = FacilityKinds.Codes.Contains(command.Kind)
            ? null
            : new Refusal(RefusalCodes.UnknownKind, "There is no such kind of facility.") { Field = "kind", Allowed = FacilityKinds.Codes };
        wrong ??= TextRule.Required("name", command.Name, TextRule.Name, out _)
            ?? TextRule.Optional("nameEn", command.NameEn, TextRule.Name, out nameEn)
            ?? TextRule.Optional("address", command.Address, 300, out address)
            ?? PositionRule.Check(command.Lon, command.Lat, out _)
            ?? NumberRule.Count("capacity", command.Capacity)
            ?? NumberRule.Count("used", command.Used)
            ?? (command.Status is { } status ? StatusRule(status) : null)
            ?? LimitRule.Check(command.Limits);
        if (wrong is not null) return Refuse(wrong);

        TextRule.Required("name", command.Name, TextRule.Name, out var name);
        PositionRule.Check(command.Lon, command.Lat, out var position);
        var place = context.Locate(position, at);
        var defined = new FacilityDefined(command.Kind, name, position, command.Status ?? state?.Status ?? FacilityStatus.Unknown)
        {
            NameEn = nameEn,
            District = place.District,
            Address = address ?? place.Address,
            Capacity = command.Capacity,
            Used = command.Used,
            Limits = [.. command.Limits.OrderBy(limit => limit.Quantity, StringComparer.Ordinal)],
        };
        return state is not null && Says(state, defined)
            ? Refuse(new Refusal(RefusalCodes.NothingToChange, "The facility is defined like this already.") { Expected = "another definition" })
            : new FacilityDecision.Happens(defined, at);
    }

    private static bool Says(FacilitySnapshot state, FacilityDefined e) =>
        (state.Kind, state.Name, state.NameEn, state.Position, state.District, state.Address, state.Capacity, state.Used, state.Status)
            == (e.Kind, e.Name, e.NameEn, e.Position, e.District, e.Address, e.Capacity, e.Used, e.Status)
        && state.Limits.SequenceEqual(e.Limits);

    private static FacilityDecision SetStatus(FacilitySnapshot state, SetFacilityStatus command, DateTimeOffset at)
    {
        if (StatusRule(command.Status) is { } noStatus) return Refuse(noStatus);
        if (TextRule.Optional("reason", command.Reason, TextRule.Reason, out var reason) is { } noReason) return Refuse(noReason);
        return command.Status == state.Status && reason == state.Reason
            ? Refuse(new Refusal(RefusalCodes.NothingToChange, "The facility has this status already.")
            {
                Field = "status",
                Expected = "another status, or another reason",
            })
            : new FacilityDecision.Happens(new FacilityStatusChanged(command.Status, reason), at);
    }

    private static FacilityDecision SetCapacity(FacilitySnapshot state, SetFacilityCapacity command, DateTimeOffset at)
    {
        if ((NumberRule.Count("capacity", command.Capacity) ?? NumberRule.Count("used", command.Used)) is { } wrong) return Refuse(wrong);
        return (command.Capacity, command.Used) == (state.Capacity, state.Used)
            ? Refuse(new Refusal(RefusalCodes.NothingToChange, "The facility has these figures already.") { Expected = "another capacity or use" })
            : new FacilityDecision.Happens(new FacilityCapacityChanged(command.Capacity, command.Used), at);
    }

    private static Refusal? StatusRule(FacilityStatus status) => Enum.IsDefined(status)
        ? null
        : new Refusal(RefusalCodes.UnknownStatus, "There is no such status.") { Field = "status", Allowed = Statuses };

    private static FacilityDecision.Refused Refuse(Refusal why) => new(why);
}
