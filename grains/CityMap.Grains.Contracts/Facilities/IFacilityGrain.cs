namespace CityMap.Grains.Contracts.Facilities;

/// <summary>One facility, keyed by its id.</summary>
[Alias("citymap.facility")]
public interface IFacilityGrain : IGrainWithStringKey
{
    /// <summary>Carries out a command; answers after it is durable.</summary>
    /// <exception cref="Geo.StoreException">The store cannot be reached: repeat with the same key.</exception>
    [Alias("execute")]
    Task<FacilityReply> ExecuteAsync(FacilityCommand command, RequestHeader header, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps measurements, at most 1,000 at once, and compares each with its limit: a crossed limit raises exactly one incident
    /// until the value has come back inside.
    /// </summary>
    /// <exception cref="Geo.StoreException">The store cannot be reached: send them again, a reading replaces itself.</exception>
    [Alias("record")]
    Task<FacilityReply> RecordAsync(IReadOnlyList<FacilityReading> readings, RequestHeader header, CancellationToken cancellationToken);

    /// <summary>The facility as it is now; null when there is none.</summary>
    [Alias("get")]
    Task<FacilitySnapshot?> GetAsync(CancellationToken cancellationToken);
}
