using CityMap.Geo.Demo.Ground;

namespace CityMap.Geo.Demo.Buildings;

/// <summary>A turned rectangle, metres.</summary>
/// <param name="Middle">Its middle.</param>
/// <param name="Axis">Direction along its front, length 1.</param>
/// <param name="Half">Half of the front.</param>
/// <param name="Deep">Half of the depth.</param>
internal readonly record struct Rect(Vec Middle, Vec Axis, double Half, double Deep)
{
    /// <summary>Half of the diagonal.</summary>
    public double Radius => Math.Sqrt((Half * Half) + (Deep * Deep));

    /// <summary>A point by its shares of the half front and half depth, each −1 to 1.</summary>
    public Vec At(double along, double across) => Middle + (Axis * (Half * along)) + (Axis.Left * (Deep * across));

    /// <summary>The four corners, counter-clockwise.</summary>
    public Vec[] Corners() => [At(-1, -1), At(1, -1), At(1, 1), At(-1, 1)];

    /// <summary>A part of it, by shares.</summary>
    public Rect Part(double fromAlong, double toAlong, double fromAcross, double toAcross) => new(
        At((fromAlong + toAlong) / 2, (fromAcross + toAcross) / 2), Axis,
        Half * (toAlong - fromAlong) / 2, Deep * (toAcross - fromAcross) / 2);

    /// <summary>True when a point lies inside or nearer than a margin to its sides.</summary>
    public bool Covers(Vec p, double margin)
    {
        var d = p - Middle;
        return Math.Abs(d.Dot(Axis)) < Half + margin && Math.Abs(d.Cross(Axis)) < Deep + margin;
    }

    /// <summary>True when a segment comes nearer than a margin.</summary>
    public bool Meets(Vec a, Vec b, double margin)
    {
        Vec p = Local(a), q = Local(b), d = q - p;
        double low = 0, high = 1;
        return Clip(p.X, d.X, Half + margin, ref low, ref high) && Clip(p.Y, d.Y, Deep + margin, ref low, ref high);
    }

    /// <summary>True when two rectangles overlap or come nearer than a margin (separating axes).</summary>
    public bool Meets(Rect other, double margin)
    {
        var reach = Radius + other.Radius + margin;
        var d = other.Middle - Middle;
        if (d.Dot(d) > reach * reach) return false;
        return !Apart(d, Axis, this, other, margin) && !Apart(d, Axis.Left, this, other, margin)
            && !Apart(d, other.Axis, this, other, margin) && !Apart(d, other.Axis.Left, this, other, margin);
    }

    private static bool Apart(Vec d, Vec axis, Rect a, Rect b, double margin) =>
        Math.Abs(d.Dot(axis)) > a.Extent(axis) + b.Extent(axis) + margin;

    private double Extent(Vec axis) => (Half * Math.Abs(Axis.Dot(axis))) + (Deep * Math.Abs(Axis.Left.Dot(axis)));

    private Vec Local(Vec p) => new((p - Middle).Dot(Axis), (p - Middle).Dot(Axis.Left));

    private static bool Clip(double start, double step, double half, ref double low, ref double high)
    {
        if (Math.Abs(step) < 1e-12) return Math.Abs(start) < half;
        double t1 = (-half - start) / step, t2 = (half - start) / step;
        low = Math.Max(low, Math.Min(t1, t2));
        high = Math.Min(high, Math.Max(t1, t2));
        return low < high;
    }
}
