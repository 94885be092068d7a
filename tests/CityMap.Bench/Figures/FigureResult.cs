using System.Text.Json.Serialization;

namespace CityMap.Bench.Figures;

/// <summary>A figure as it is reported: medians of the rounds.</summary>
internal sealed record FigureResult(
    string Name, double Value, string Unit, double? Reference, double? Ratio, string Better, double Goal, bool Met)
{
    /// <summary>What the reference was.</summary>
    [JsonIgnore]
    public string Against { get; init; } = "";

    /// <summary>The result of some rounds.</summary>
    public static FigureResult Of(Figure figure, IReadOnlyList<Measure> rounds)
    {
        var value = Median(rounds.Select(r => r.Ours));
        double? reference = rounds[0].Reference is null ? null : Median(rounds.Select(r => r.Reference!.Value));
        double? ratio = rounds[0].Reference is null ? null : Median(rounds.Select(r => figure.Ratio(r)!.Value));
        var compared = figure.Unit == "x" ? ratio ?? throw new InvalidOperationException($"{figure.Name} has no reference.") : value;
        var met = figure.HigherIsBetter ? compared >= figure.Goal : compared <= figure.Goal;
        return new(figure.Name, value, figure.Unit, reference, ratio, figure.HigherIsBetter ? "higher" : "lower", figure.Goal, met)
        {
            Against = figure.Against,
        };
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
