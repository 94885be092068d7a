namespace CityMap.Grains.Contracts.Incidents;

/// <summary>What became of a report or a command.</summary>
[GenerateSerializer, Immutable, Alias("citymap.incident.reply")]
public abstract record IncidentReply
{
    private IncidentReply() { }

    /// <summary>Durable.</summary>
    /// <param name="Incident">As it is now; for a repeated key as it was when the key came first.</param>
    /// <param name="Repeated">True when the key had been used before and nothing new was stored.</param>
    [GenerateSerializer, Immutable, Alias("citymap.incident.reply.accepted")]
    public sealed record Accepted([property: Id(0)] IncidentSnapshot Incident, [property: Id(1)] bool Repeated = false) : IncidentReply;

    /// <summary>Nothing was stored.</summary>
    [GenerateSerializer, Immutable, Alias("citymap.incident.reply.refused")]
    public sealed record Refused([property: Id(0)] Refusal Why) : IncidentReply;

    /// <summary>The caller's expected version is not the current one; nothing was stored.</summary>
    [GenerateSerializer, Immutable, Alias("citymap.incident.reply.conflict")]
    public sealed record Conflict([property: Id(0)] IncidentSnapshot Current) : IncidentReply;

    /// <summary>There is no such incident.</summary>
    [GenerateSerializer, Immutable, Alias("citymap.incident.reply.not-found")]
    public sealed record NotFound : IncidentReply;
}
