namespace CityMap.Grains.Contracts.Facilities;

/// <summary>What became of a request to a facility.</summary>
[GenerateSerializer, Immutable, Alias("citymap.facility.reply")]
public abstract record FacilityReply
{
    private FacilityReply() { }

    /// <summary>Durable.</summary>
    /// <param name="Facility">As it is now; for a repeated key as it was when the key came first.</param>
    /// <param name="Created">True when there was no such facility before.</param>
    /// <param name="Repeated">True when the key had been used before and nothing new was stored.</param>
    [GenerateSerializer, Immutable, Alias("citymap.facility.reply.accepted")]
    public sealed record Accepted(
        [property: Id(0)] FacilitySnapshot Facility,
        [property: Id(1)] bool Created = false,
        [property: Id(2)] bool Repeated = false) : FacilityReply;

    /// <summary>Nothing was stored.</summary>
    [GenerateSerializer, Immutable, Alias("citymap.facility.reply.refused")]
    public sealed record Refused([property: Id(0)] Refusal Why) : FacilityReply;

    /// <summary>The caller's expected version is not the current one; nothing was stored.</summary>
    [GenerateSerializer, Immutable, Alias("citymap.facility.reply.conflict")]
    public sealed record Conflict([property: Id(0)] FacilitySnapshot Current) : FacilityReply;

    /// <summary>There is no such facility.</summary>
    [GenerateSerializer, Immutable, Alias("citymap.facility.reply.not-found")]
    public sealed record NotFound : FacilityReply;
}
