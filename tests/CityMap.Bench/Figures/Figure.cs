namespace CityMap.Bench.Figures;

/// <summary>A figure of the bench: what is measured, against what, and what is wanted.</summary>
/// <param name="Name">Its name on the command line and in the answer.</param>
/// <param name="Unit"><c>x</c> when the goal is a ratio to the reference, else <c>ms</c>, <c>s</c>, <c>kB</c> or <c>MB</c>.</param>
/// <param name="Kind">How ours and the reference make a ratio.</param>
/// <param name="Goal">What the ratio (unit <c>x</c>) or the value must reach.</param>
/// <param name="Against">What the reference is, in a few words.</param>
internal sealed record Figure(string Name, string Unit, FigureKind Kind, double Goal, string Against)
{
    /// <summary>Which group it belongs to.</summary>
    public string Group { get; init; } = "walk";

    /// <summary>True when more is better.</summary>
    public bool HigherIsBetter => Unit == "x" && Kind is FigureKind.Rate or FigureKind.Time;

    /// <summary>The ratio of one round; null without a reference.</summary>
    public double? Ratio(Measure m) => m.Reference is not { } reference ? null : Kind == FigureKind.Time ? reference / m.Ours : m.Ours / reference;
}

/// <summary>What kind of number a figure is.</summary>
internal enum FigureKind
{
    /// <summary>So many per second: the ratio is the speed-up, ours over the reference.</summary>
    Rate,

    /// <summary>So much time for the same work: the ratio is the speed-up, the reference over ours.</summary>
    Time,

    /// <summary>Bytes, memory, processor time: the ratio is ours over the reference, less is better.</summary>
    Cost,
}

/// <summary>What one round measured, in any unit as long as both have the same.</summary>
/// <param name="Ours">CityMap.</param>
/// <param name="Reference">The reference in the same round; null where there is none.</param>
internal readonly record struct Measure(double Ours, double? Reference = null);
