using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Incidents;

namespace CityMap.Grains.Facilities;

internal static partial class Facility
{
    /// <summary>The facility after an event. Every event but a definition needs a state.</summary>
    /// <exception cref="InvalidOperationException">The stream does not begin with a definition.</exception>
    public static FacilitySnapshot Apply(string id, FacilitySnapshot? state, FacilityEvent what, Stamp stamp)
    {
        if (state is null && what is not FacilityDefined)
        {
            throw new InvalidOperationException($"The stream of facility {id} does not begin with its definition.");
        }

        var next = what switch
        {
            FacilityDefined e => Defined(id, state, e),
            FacilityStatusChanged e => state! with { Status = e.Status, Reason = e.Reason },
            FacilityCapacityChanged e => state! with { Capacity = e.Capacity, Used = e.Used },
            FacilityLimitCrossed e => state! with
            {
                Crossed =
                [
                    .. state.Crossed.Where(c => c.Quantity != e.Quantity),
                    new CrossedLimit(e.Quantity, e.Value, e.Limit, stamp.OccurredAt, e.Incident),
                ],
            },
            FacilityLimitRestored e => state! with { Crossed = [.. state.Crossed.Where(c => c.Quantity != e.Quantity)] },
            _ => state!,
        };
        return next with { Version = stamp.Version, Sequence = stamp.Sequence, UpdatedAt = stamp.OccurredAt };
    }

    private static FacilitySnapshot Defined(string id, FacilitySnapshot? state, FacilityDefined e) => new(id)
    {
        Kind = e.Kind,
        Name = e.Name,
        NameEn = e.NameEn,
        Position = e.Position,
        District = e.District,
        Address = e.Address,
        Status = e.Status,
        Reason = e.Status == state?.Status ? state.Reason : null,
        Capacity = e.Capacity,
        Used = e.Used,
        Limits = e.Limits,

        // A limit that is no longer watched is no longer crossed.
        Crossed = state is null ? [] : [.. state.Crossed.Where(c => e.Limits.Any(limit => limit.Quantity == c.Quantity))],
    };
}
