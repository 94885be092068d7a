using System.Diagnostics;

namespace CityMap.Bench.Geo;

/// <summary>Times work in alternating order.</summary>
internal static class Stopwatches
{
    /// <summary>Seconds of ours and of the reference; odd rounds start with the reference.</summary>
    public static (double Ours, double Reference) Both(int round, Action ours, Action reference)
    {
        if (round % 2 == 0)
        {
            var first = Seconds(ours);
            return (first, Seconds(reference));
        }

        var before = Seconds(reference);
        return (Seconds(ours), before);
    }

    /// <summary>Runs each piece of work for a second.</summary>
    public static void WarmUp(params ReadOnlySpan<Action> works)
    {
        foreach (var work in works)
        {
            var start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < 1) work();
        }
    }

    /// <summary>Seconds of some work, without the garbage of what came before.</summary>
    public static double Seconds(Action work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
