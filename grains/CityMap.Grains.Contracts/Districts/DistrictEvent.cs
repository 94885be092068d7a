namespace CityMap.Grains.Contracts.Districts;

/// <summary>Something that happened to a district. Its members are the entry's data in the journal: they may be added to, never changed.</summary>
[GenerateSerializer, Immutable, Alias("citymap.district.event")]
public abstract record DistrictEvent;

/// <summary>All thresholds were set.</summary>
[GenerateSerializer, Immutable, Alias("citymap.district.thresholds-set")]
public sealed record ThresholdsSet([property: Id(0)] IReadOnlyList<DistrictThreshold> Thresholds) : DistrictEvent;

/// <summary>A threshold was reached.</summary>
[GenerateSerializer, Immutable, Alias("citymap.district.threshold-noticed")]
public sealed record ThresholdNoticed([property: Id(0)] DistrictThreshold Threshold, [property: Id(1)] long Count) : DistrictEvent;
