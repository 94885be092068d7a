namespace CityMap.Geo.Coordinates;

/// <summary>A pair of numbers that is not a position on the ground.</summary>
public sealed class CoordinateException(CoordinateProblem problem) : ArgumentException(problem.Reason, problem.Field)
{
    /// <summary>Which number is wrong, and why.</summary>
    public CoordinateProblem Problem { get; } = problem;
}
