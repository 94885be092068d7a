namespace CityMap.Geo.Classifying;

/// <summary>
/// The classes with the least sum of squared differences from their means, found by dynamic programming: W. D. Fisher, "On Grouping for Maximum
/// Homogeneity", JASA 53 (1958); G. F. Jenks, "The Data Model Concept in Statistical Mapping" (1967).
/// </summary>
internal static class NaturalBreaks
{
    // The work grows with the square: more distinct numbers than this are looked at in so many equal steps of their order.
    private const int MostPlaces = 1200;

    /// <summary>The index of the last number of each class, rising.</summary>
    public static IReadOnlyList<int> Ends(IReadOnlyList<(double Value, long Count)> values, int classes)
    {
        var places = Places(values.Count);
        var n = places.Length;
        var (weight, sum, squares) = Sums(values, places);
        var best = new double[n + 1];
        var from = new int[classes + 1, n + 1];
        for (var i = 1; i <= n; i++) best[i] = Spread(0, i);
        for (var k = 2; k <= classes; k++)
        {
            var next = new double[n + 1];
            Array.Fill(next, double.PositiveInfinity);
            for (var i = k; i <= n; i++)
            {
                for (var j = k - 1; j < i; j++)
                {
                    var cost = best[j] + Spread(j, i);
                    if (cost < next[i]) (next[i], from[k, i]) = (cost, j);
                }
            }

            best = next;
        }

        var ends = new int[classes];
        for (var (k, i) = (classes, n); k > 0; i = from[k, i], k--) ends[k - 1] = places[i - 1];
        return ends;

        double Spread(int after, int upTo)
        {
            var (w, s) = (weight[upTo] - weight[after], sum[upTo] - sum[after]);
            return Math.Max(0, squares[upTo] - squares[after] - (s * s / w));
        }
    }

    private static int[] Places(int count)
    {
        var n = Math.Min(count, MostPlaces);
        return [.. Enumerable.Range(1, n).Select(i => (int)((long)count * i / n) - 1)];
    }

    // Numbers from 0 to 1: squares of large ones next to each other would leave nothing of their difference.
    private static (double[] Weight, double[] Sum, double[] Squares) Sums(IReadOnlyList<(double Value, long Count)> values, int[] places)
    {
        var (low, high) = (values[0].Value, values[^1].Value);
        var (weight, sum, squares) = (new double[places.Length + 1], new double[places.Length + 1], new double[places.Length + 1]);
        for (int place = 0, i = 0; place < places.Length; place++)
        {
            (weight[place + 1], sum[place + 1], squares[place + 1]) = (weight[place], sum[place], squares[place]);
            for (; i <= places[place]; i++)
            {
                var x = ((values[i].Value / 2) - (low / 2)) / ((high / 2) - (low / 2));
                weight[place + 1] += values[i].Count;
                sum[place + 1] += values[i].Count * x;
                squares[place + 1] += values[i].Count * x * x;
            }
        }

        return (weight, sum, squares);
    }
}
