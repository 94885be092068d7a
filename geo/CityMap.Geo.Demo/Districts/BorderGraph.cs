using CityMap.Geo.Demo.Chance;
using CityMap.Geo.Demo.Ground;
using CityMap.Geo.Demo.Streets;

namespace CityMap.Geo.Demo.Districts;

/// <summary>
/// The planar graph of all borders: each border between two nodes exists once, so neighbours share its vertices exactly.
/// Nodes whose name begins with <c>r</c> lie on the river, and a border between two consecutive ones follows the water.
/// </summary>
internal sealed class BorderGraph(long seed, River river, double wildness)
{
    private static readonly Dictionary<string, Vec> Nodes = new()
    {
        ["rS"] = new(15000, -11300),
        ["rE"] = new(5400, -4300),
        ["rM"] = new(0, -495),
        ["rW"] = new(-1650, -1600),
        ["rV"] = new(-3750, -600),
        ["rX"] = new(-7800, 2100),
        ["rZ"] = new(-13000, 6500),
        ["A"] = new(-950, 4700),
        ["B"] = new(-3700, 4000),
        ["C"] = new(4200, 4400),
        ["D"] = new(6500, 500),
        ["E"] = new(-1700, -5200),
        ["F"] = new(700, -6900),
        ["G"] = new(4300, -7800),
        ["H"] = new(-5600, -4300),
        ["I"] = new(-7700, 6300),
        ["J"] = new(-11500, 13900),
        ["K"] = new(-9200, 16850),
        ["K2"] = new(-7200, 16150),
        ["L"] = new(-4900, 14000),
        ["P"] = new(-1900, 12300),
        ["N"] = new(8000, 7000),
        ["O"] = new(5700, 12300),
        ["Q"] = new(11600, -1500),
        ["S"] = new(13000, 4200),
        ["U"] = new(-13700, 11300),
        ["X"] = new(-10500, -5400),
        ["Y"] = new(-13700, -1100),
        ["Z1"] = new(-3300, -10300),
        ["Z2"] = new(-8300, -11200),
        ["Z3"] = new(2500, -13900),
        ["Z4"] = new(-4000, -14100),
        ["Z5"] = new(8300, -12700),
        ["Z6"] = new(15100, -4700),
        ["Z7"] = new(14500, -13100),
        ["M1"] = new(16000, 2600),
        ["M2"] = new(16200, -2200),
    };

    // The river's own nodes in the order of the water.
    private static readonly string[] AlongRiver = ["rE", "rM", "rW", "rV", "rX", "rZ"];

    private readonly Dictionary<(string, string), List<Vec>> _arcs = [];

    /// <summary>The open ring of one commune.</summary>
    public List<Vec> Ring(Commune commune)
    {
        var ring = new List<Vec>();
        for (var i = 0; i < commune.Nodes.Length; i++)
        {
            var arc = Arc(commune.Nodes[i], commune.Nodes[(i + 1) % commune.Nodes.Length]);
            ring.AddRange(arc.Take(arc.Count - 1));
        }

        return ring;
    }

    private List<Vec> Arc(string from, string to)
    {
        if (string.CompareOrdinal(from, to) > 0)
        {
            var back = new List<Vec>(Arc(to, from));
            back.Reverse();
            return back;
        }

        if (_arcs.TryGetValue((from, to), out var known)) return known;
        return _arcs[(from, to)] = FollowsWater(from, to) ? Water(from, to) : (from, to) == ("A", "rM") ? MainStreet() : Land(from, to);
    }

    private static bool FollowsWater(string from, string to)
    {
        int i = Array.IndexOf(AlongRiver, from), j = Array.IndexOf(AlongRiver, to);
        return i >= 0 && j >= 0 && Math.Abs(i - j) == 1 && !(Math.Min(i, j) == 3);
    }

    private List<Vec> Water(string from, string to)
    {
        int i = river.IndexNear(Nodes[from]), j = river.IndexNear(Nodes[to]);
        var part = river.Course.GetRange(Math.Min(i, j), Math.Abs(i - j) + 1);
        if (i > j) part.Reverse();
        return part;
    }

    // The border between Tam Thanh and Kỳ Lừa is the old main street, from the north down to the bridge.
    private List<Vec> MainStreet()
    {
        var street = Array.Find(MainStreets.All, m => m.Name == "Trần Đăng Ninh").Points;
        var line = Polyline.Smooth(street, 22).Where(p => river.Clearance(p) > 0 && p.Y < Nodes["A"].Y - 300).Reverse();
        return [Nodes["A"], .. line, End("rM")];
    }

    // Midpoints pushed sideways, again and again: the outline of a watershed, the same from both sides.
    private List<Vec> Land(string from, string to)
    {
        var dice = Dice.For(seed, $"border {from} {to}");
        var line = new List<Vec> { End(from), End(to) };
        for (var spread = wildness; line[0].To(line[1]) > 90; spread *= 0.97)
        {
            var finer = new List<Vec>(line.Count * 2) { line[0] };
            for (var i = 0; i + 1 < line.Count; i++)
            {
                var span = line[i + 1] - line[i];
                finer.Add(line[i] + (span * 0.5) + (span.Left * dice.Between(-spread, spread)));
                finer.Add(line[i + 1]);
            }

            line = finer;
        }

        return line;
    }

    private Vec End(string node) => node[0] == 'r' ? river.Course[river.IndexNear(Nodes[node])] : Nodes[node];
}
