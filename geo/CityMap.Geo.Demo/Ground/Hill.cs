using CityMap.Geo.Demo.Chance;

namespace CityMap.Geo.Demo.Ground;

/// <summary>A named shape in the landscape: a karst hill, a park, a lake. An ellipse that noise has made organic.</summary>
/// <param name="Name">Vietnamese, NFC.</param>
/// <param name="Kind">The kind its layer shows.</param>
/// <param name="Middle">Where, metres.</param>
/// <param name="Long">Half of the longer axis, metres.</param>
/// <param name="Short">Half of the shorter axis, metres.</param>
/// <param name="Turn">Direction of the longer axis, degrees from east, counter-clockwise.</param>
internal sealed record Hill(string Name, string Kind, Vec Middle, double Long, double Short, double Turn)
{
    private readonly Vec _axis = Circle.At(Turn / 360);

    /// <summary>The outline as an open ring.</summary>
    public List<Vec> Ring(long seed)
    {
        var noise = new Noise(seed, "shape " + Name);
        var count = Math.Clamp((int)(Long / 5), 24, 120);
        var ring = new List<Vec>(count);
        for (var i = 0; i < count; i++)
        {
            var u = Circle.At((double)i / count);
            var swell = 1 + (0.22 * noise.Fractal(u.X * 1.3, u.Y * 1.3, 3));
            ring.Add(Middle + (_axis * (u.X * Long * swell)) + (_axis.Left * (u.Y * Short * swell)));
        }

        return ring;
    }

    /// <summary>True when the point lies in the ellipse grown by some metres.</summary>
    public bool Covers(Vec p, double margin)
    {
        var d = p - Middle;
        if (Math.Abs(d.X) > (Long * 1.12) + margin || Math.Abs(d.Y) > (Long * 1.12) + margin) return false;
        double x = d.Dot(_axis) / ((Long * 1.12) + margin), y = d.Dot(_axis.Left) / ((Short * 1.12) + margin);
        return (x * x) + (y * y) < 1;
    }
}
