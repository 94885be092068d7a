namespace CityMap.Geo.Demo.Ground;

/// <summary>Sine and cosine from the four basic operations: the platform's own may differ in the last bit between machines.</summary>
internal static class Circle
{
    /// <summary>The point of the unit circle after that many whole turns from east, counter-clockwise.</summary>
    public static Vec At(double turns)
    {
        var t = turns - Math.Floor(turns);
        var quarter = (int)(t * 4);
        var a = (t - (quarter * 0.25)) * (2 * Math.PI);
        double s = Sine(a), c = Sine((Math.PI / 2) - a);
        return quarter switch { 0 => new(c, s), 1 => new(-s, c), 2 => new(-c, -s), _ => new(s, -c) };
    }

    private static double Sine(double x)
    {
        double x2 = x * x, term = x, sum = x;
        for (var n = 1; n <= 9; n++)
        {
            term *= -x2 / (2 * n * ((2 * n) + 1));
            sum += term;
        }

        return sum;
    }
}
