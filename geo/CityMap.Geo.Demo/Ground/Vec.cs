namespace CityMap.Geo.Demo.Ground;

/// <summary>A point or direction on the local plane, metres: x east, y north of the middle of the city.</summary>
internal readonly record struct Vec(double X, double Y)
{
    /// <summary>Length, metres.</summary>
    public double Length => Math.Sqrt((X * X) + (Y * Y));

    /// <summary>The same direction with length 1; the zero vector stays.</summary>
    public Vec Unit => Length is > 0 and var l ? this * (1 / l) : this;

    /// <summary>Turned a quarter to the left.</summary>
    public Vec Left => new(-Y, X);

    public static Vec operator +(Vec a, Vec b) => new(a.X + b.X, a.Y + b.Y);

    public static Vec operator -(Vec a, Vec b) => new(a.X - b.X, a.Y - b.Y);

    public static Vec operator *(Vec a, double k) => new(a.X * k, a.Y * k);

    /// <summary>Scalar product.</summary>
    public double Dot(Vec b) => (X * b.X) + (Y * b.Y);

    /// <summary>Cross product: positive when <paramref name="b"/> lies to the left.</summary>
    public double Cross(Vec b) => (X * b.Y) - (Y * b.X);

    /// <summary>Distance between two points, metres.</summary>
    public double To(Vec b) => (this - b).Length;

    /// <summary>The point a share of the way to another.</summary>
    public Vec Toward(Vec b, double share) => this + ((b - this) * share);

    /// <summary>Distance from this point to a segment, metres, and the share along it of the nearest point.</summary>
    public double ToSegment(Vec a, Vec b, out double share)
    {
        var d = b - a;
        var l2 = d.Dot(d);
        share = l2 > 0 ? Math.Clamp((this - a).Dot(d) / l2, 0, 1) : 0;
        return To(a + (d * share));
    }
}
