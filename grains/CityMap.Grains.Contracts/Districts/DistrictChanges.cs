namespace CityMap.Grains.Contracts.Districts;

/// <summary>What changed in a district since a moment. Drills are not in it.</summary>
/// <param name="AreaId">The district's area id.</param>
/// <param name="Since">The moment asked for, UTC.</param>
/// <param name="Sequence">The journal sequence number the list is true at.</param>
[GenerateSerializer, Immutable, Alias("citymap.district.changes")]
public sealed record DistrictChanges(
    [property: Id(0)] string AreaId, [property: Id(1)] DateTimeOffset Since, [property: Id(2)] long Sequence)
{
    /// <summary>How many incidents were open then.</summary>
    [Id(3)] public long OpenThen { get; init; }

    /// <summary>How many are open now.</summary>
    [Id(4)] public long OpenNow { get; init; }

    /// <summary>How many incidents happened since and lie here now.</summary>
    [Id(5)] public long Reported { get; init; }

    /// <summary>How many were closed or rejected since and still are.</summary>
    [Id(6)] public long Resolved { get; init; }

    /// <summary>How many incidents of this district were touched since, exactly.</summary>
    [Id(7)] public long Touched { get; init; }

    /// <summary>Those touched last, newest first, at most 200.</summary>
    [Id(8)] public IReadOnlyList<ChangedIncident> Items { get; init; } = [];
}

/// <summary>One incident that was touched.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title now.</param>
/// <param name="Type">Its type now.</param>
/// <param name="Severity">Its severity now, 1 to 5.</param>
/// <param name="State">Its state code now.</param>
/// <param name="StateThen">Its state code then; null when it had not happened yet or was not known.</param>
/// <param name="UpdatedAt">When it was touched last, UTC.</param>
[GenerateSerializer, Immutable, Alias("citymap.district.changed-incident")]
public sealed record ChangedIncident(
    [property: Id(0)] Guid Id,
    [property: Id(1)] string Title,
    [property: Id(2)] string Type,
    [property: Id(3)] int Severity,
    [property: Id(4)] string State,
    [property: Id(5)] string? StateThen,
    [property: Id(6)] DateTimeOffset UpdatedAt);
