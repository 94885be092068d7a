namespace CityMap.Grains.Contracts.Districts;

/// <summary>What there is to do in a district, at one moment of the journal. Drills are not in it.</summary>
/// <param name="AreaId">The district's area id.</param>
/// <param name="Sequence">The journal sequence number every figure here is true at.</param>
[GenerateSerializer, Immutable, Alias("citymap.district.counts")]
public sealed record DistrictCounts([property: Id(0)] string AreaId, [property: Id(1)] long Sequence)
{
    /// <summary>Incidents neither closed nor rejected.</summary>
    [Id(2)] public long Open { get; init; }

    /// <summary>Open ones past their deadline, computed when asked.</summary>
    [Id(3)] public long Overdue { get; init; }

    /// <summary>Open ones nobody has acknowledged.</summary>
    [Id(4)] public long Unacknowledged { get; init; }

    /// <summary>All incidents by state code, closed and rejected ones too; states without incidents are left out.</summary>
    [Id(5)] public IReadOnlyDictionary<string, long> ByState { get; init; } = new Dictionary<string, long>();

    /// <summary>Open incidents by type code.</summary>
    [Id(6)] public IReadOnlyDictionary<string, long> ByType { get; init; } = new Dictionary<string, long>();

    /// <summary>Open incidents by severity, 1 to 5.</summary>
    [Id(7)] public IReadOnlyDictionary<int, long> BySeverity { get; init; } = new Dictionary<int, long>();

    /// <summary>The open incident that was recorded first; null when none is open.</summary>
    [Id(8)] public OldestOpen? Oldest { get; init; }

    /// <summary>Facilities that do not work as they should, or with a crossed limit.</summary>
    [Id(9)] public long FacilitiesInTrouble { get; init; }
}

/// <summary>The open incident that has waited longest.</summary>
/// <param name="Id">Its id.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
[GenerateSerializer, Immutable, Alias("citymap.district.oldest-open")]
public sealed record OldestOpen([property: Id(0)] Guid Id, [property: Id(1)] DateTimeOffset RecordedAt);
