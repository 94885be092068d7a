namespace CityMap.Grains.Contracts.Incidents;

/// <summary>One incident, keyed by its id. Exists from the first command after its report.</summary>
[Alias("citymap.incident")]
public interface IIncidentGrain : IGrainWithGuidKey
{
    /// <summary>Carries out a command; answers after it is durable.</summary>
    /// <exception cref="Geo.StoreException">The store cannot be reached: repeat with the same key.</exception>
    [Alias("execute")]
    Task<IncidentReply> ExecuteAsync(IncidentCommand command, RequestHeader header, CancellationToken cancellationToken);

    /// <summary>The incident as it is now; null when there is none.</summary>
    [Alias("get")]
    Task<IncidentSnapshot?> GetAsync(CancellationToken cancellationToken);
}
