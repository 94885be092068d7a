namespace CityMap.Server.Api.Problems;

/// <summary>Carries a problem from where it is seen to where it is answered.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.Detail)
{
    /// <summary>Names a problem with one member, parameter or header.</summary>
    public ProblemException(string code, string field, string detail, string? expected = null)
        : this(new Problem(code, detail) { Field = field, Expected = expected })
    {
    }

    /// <summary>What is wrong.</summary>
    public Problem Problem { get; } = problem;
}
