namespace CityMap.Geo.Demo.Chance;

/// <summary>Smooth value noise over the plane, from hashes and the four basic operations: identical on every machine.</summary>
internal sealed class Noise(long seed, string key)
{
    private readonly ulong _salt = Dice.For(seed, key).Next();

    /// <summary>One octave, −1 to 1; <paramref name="x"/> and <paramref name="y"/> in cells.</summary>
    public double At(double x, double y)
    {
        double fx = Math.Floor(x), fy = Math.Floor(y);
        long ix = (long)fx, iy = (long)fy;
        double u = Smooth(x - fx), v = Smooth(y - fy);
        var low = Lerp(Corner(ix, iy), Corner(ix + 1, iy), u);
        var high = Lerp(Corner(ix, iy + 1), Corner(ix + 1, iy + 1), u);
        return Lerp(low, high, v);
    }

    /// <summary>Several octaves, each half as wide and half as strong, about −1 to 1.</summary>
    public double Fractal(double x, double y, int octaves)
    {
        double sum = 0, strength = 1, total = 0;
        for (var o = 0; o < octaves; o++)
        {
            sum += strength * At(x + (o * 37.2), y - (o * 17.7));
            total += strength;
            (x, y, strength) = (x * 2, y * 2, strength * 0.5);
        }

        return sum / total;
    }

    private double Corner(long x, long y) =>
        ((Dice.Mix(_salt ^ ((ulong)x * 0x9E3779B97F4A7C15) ^ Dice.Mix((ulong)y)) >> 11) * (2.0 / (1UL << 53))) - 1;

    private static double Smooth(double t) => t * t * t * ((t * ((t * 6) - 15)) + 10);

    private static double Lerp(double a, double b, double t) => a + ((b - a) * t);
}
