namespace CityMap.Geo.Areas;

/// <summary>Distances a <see cref="DistrictIndex"/> decides by.</summary>
public sealed record DistrictIndexOptions
{
    /// <summary>A position outside every area belongs to the nearest one within this distance, metres.</summary>
    public double NearestWithinMetres { get; init; } = 2_000;

    /// <summary>Another area is named as runner-up within this distance, metres.</summary>
    public double RunnerUpWithinMetres { get; init; } = 5_000;

    /// <summary>A position this close to the border is said to lie on it, metres.</summary>
    public double BorderToleranceMetres { get; init; } = 0.01;

    /// <summary>Grid cells per polygon edge: more cells make lookups faster and the index larger.</summary>
    public double CellsPerEdge { get; init; } = 4;
}
