namespace CityMap.Geo.Demo.Chance;

/// <summary>
/// A small splittable random generator (SplitMix64, Steele, Lea and Flood 2014): integer arithmetic only, so the same numbers
/// on every machine. Splitting by a key gives an independent generator without disturbing this one.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>An independent generator for a named part; always the same for the same seed and key.</summary>
    public static Dice For(long seed, string key) => new(Mix((ulong)seed ^ Hash(key)));

    /// <summary>An independent generator for a named and numbered part.</summary>
    public static Dice For(long seed, string key, long number) => new(Mix(Mix((ulong)seed ^ Hash(key)) ^ Mix((ulong)number)));

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        return Mix(_state);
    }

    /// <summary>A number in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number in [low, high).</summary>
    public double Between(double low, double high) => low + ((high - low) * Unit());

    /// <summary>A whole number in [0, count).</summary>
    public int Below(int count) => (int)(((UInt128)Next() * (uint)count) >> 64);

    /// <summary>A whole number in [low, high].</summary>
    public int Whole(int low, int high) => low + Below(high - low + 1);

    /// <summary>True with that probability.</summary>
    public bool Happens(double probability) => Unit() < probability;

    /// <summary>One of the items.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>The index of a weight, chosen in proportion to it; all weights are at least 0 and one is more.</summary>
    public int Weighted(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        foreach (var w in weights) sum += w;
        var left = Unit() * sum;
        for (var i = 0; i < weights.Length; i++)
        {
            left -= weights[i];
            if (left < 0) return i;
        }

        return weights.Length - 1;
    }

    /// <summary>Puts the items in random order, in place.</summary>
    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>The finalizer of SplitMix64: a good 64-bit hash of a number.</summary>
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static ulong Hash(string key)
    {
        var h = 14695981039346656037UL;
        foreach (var c in key) h = (h ^ c) * 1099511628211UL;
        return h;
    }
}
