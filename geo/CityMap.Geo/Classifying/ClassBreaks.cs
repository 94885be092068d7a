namespace CityMap.Geo.Classifying;

/// <summary>Puts numbers into classes. A class holds its highest number; equal numbers are never parted, and no class is empty.</summary>
public static class ClassBreaks
{
    /// <summary>The classes of some numbers.</summary>
    /// <param name="values">Distinct finite numbers, rising, each with how often it occurs (1 or more).</param>
    /// <param name="method">How.</param>
    /// <param name="most">How many classes at most, 1 or more; there are fewer when there are fewer distinct numbers.</param>
    /// <returns>Lowest and highest number of each class and how many it holds, rising.</returns>
    public static IReadOnlyList<NumberClass> Of(IReadOnlyList<(double Value, long Count)> values, ClassMethod method, int most)
    {
        if (values.Count == 0) return [];
        var ends = values.Count <= most
            ? Enumerable.Range(0, values.Count)
            : method switch
            {
                ClassMethod.Quantile => Quantile(values, most),
                ClassMethod.EqualInterval => EqualInterval(values, most),
                _ => NaturalBreaks.Ends(values, most),
            };
        var classes = new List<NumberClass>();
        var first = 0;
        foreach (var end in ends)
        {
            var count = 0L;
            for (var i = first; i <= end; i++) count += values[i].Count;
            classes.Add(new(values[first].Value, values[end].Value, count));
            first = end + 1;
        }

        return classes;
    }

    private static IEnumerable<int> Quantile(IReadOnlyList<(double Value, long Count)> values, int most)
    {
        var total = values.Sum(value => value.Count);
        var (seen, part) = (0L, 1);
        for (var i = 0; i < values.Count; i++)
        {
            seen += values[i].Count;
            if (i < values.Count - 1 && seen * most < total * part) continue;
            yield return i;
            while (seen * most >= total * part) part++;
        }
    }

    private static IEnumerable<int> EqualInterval(IReadOnlyList<(double Value, long Count)> values, int most)
    {
        // Halves first: the difference of two finite numbers may not be finite.
        var (low, step) = (values[0].Value, (values[^1].Value / most) - (values[0].Value / most));
        for (var i = 0; i < values.Count - 1; i++)
        {
            if (Class(values[i].Value) != Class(values[i + 1].Value)) yield return i;
        }

        yield return values.Count - 1;

        int Class(double value) => Math.Clamp((int)Math.Ceiling((value / step) - (low / step) - 1e-9), 1, most);
    }
}

/// <summary>A class of numbers.</summary>
/// <param name="From">The lowest number in it.</param>
/// <param name="To">The highest.</param>
/// <param name="Count">How many it holds.</param>
public readonly record struct NumberClass(double From, double To, long Count);
