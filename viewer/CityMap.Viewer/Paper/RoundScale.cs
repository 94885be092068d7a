namespace CityMap.Viewer.Paper;

/// <summary>Denominators people expect on paper.</summary>
public static class RoundScale
{
    private static readonly double[] _steps = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 10];

    /// <summary>The smallest round denominator that is not below another: 31,263 becomes 40,000.</summary>
    public static double AtLeast(double scale)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(scale)));
        return Array.Find(_steps, step => step * power >= scale - 1e-6) * power;
    }
}
