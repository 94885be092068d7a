namespace CityMap.Grains.Contracts.Districts;

/// <summary>What became of a request to a district.</summary>
[GenerateSerializer, Immutable, Alias("citymap.district.reply")]
public abstract record DistrictReply
{
    private DistrictReply() { }

    /// <summary>Durable.</summary>
    [GenerateSerializer, Immutable, Alias("citymap.district.reply.accepted")]
    public sealed record Accepted([property: Id(0)] DistrictWatch Watch) : DistrictReply;

    /// <summary>Nothing was stored.</summary>
    [GenerateSerializer, Immutable, Alias("citymap.district.reply.refused")]
    public sealed record Refused([property: Id(0)] Refusal Why) : DistrictReply;

    /// <summary>The caller's expected version is not the current one; nothing was stored.</summary>
    [GenerateSerializer, Immutable, Alias("citymap.district.reply.conflict")]
    public sealed record Conflict([property: Id(0)] DistrictWatch Current) : DistrictReply;
}
