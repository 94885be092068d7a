using System.Globalization;
using CityMap.Geo.Demo.Chance;
using CityMap.Geo.Demo.Ground;
using CityMap.Geo.Demo.Places;
using CityMap.Geo.Demo.Streets;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Demo.Networks;

/// <summary>
/// Pipes, drains, cables and lamps: they follow the streets of the towns, each on its own side, with codes and attributes.
/// </summary>
internal sealed class NetworkPlan
{
    private readonly Land _land;
    private readonly StreetNetwork _network;
    private readonly Dice _dice;

    public NetworkPlan(Land land, StreetNetwork network)
    {
        (_land, _network, _dice) = (land, network, Dice.For(land.Seed, "networks"));
        Pipes = [.. Along(StreetClass.Residential, 0.12).Select((r, i) => Pipe(r.Street, r.Line, i + 1))];
        Drains = [.. Along(StreetClass.Residential, 0.3).Select((r, i) => Drain(r.Street, r.Line, i + 1))];
        Power = [.. Trunks(), .. Along(StreetClass.Residential, 0.1).Select((r, i) => Cable(r.Street, r.Line, i + 1))];
        var small = Along(StreetClass.Residential, 0.52).Where(r => r.Street.Class == StreetClass.Residential);
        var lit = Along(StreetClass.Tertiary, 0.16).Concat(small).ToList();
        Lighting = [.. lit.Select((r, i) =>
            Line("CS", i + 1, r.Street, r.Line, 1.2, r.Street.Class <= StreetClass.Secondary ? "underground" : "overhead"))];
        Lamps = [.. lit.SelectMany(r => Lights(r.Street, r.Line))];
    }

    /// <summary>Features of layer <c>water_pipes</c>.</summary>
    public IReadOnlyList<Feature> Pipes { get; }

    /// <summary>Features of layer <c>drains</c>.</summary>
    public IReadOnlyList<Feature> Drains { get; }

    /// <summary>Features of layer <c>power_lines</c>.</summary>
    public IReadOnlyList<Feature> Power { get; }

    /// <summary>Features of layer <c>lighting_lines</c>.</summary>
    public IReadOnlyList<Feature> Lighting { get; }

    /// <summary>Every street light: where, and on which street.</summary>
    public IReadOnlyList<(Vec At, string Street)> Lamps { get; }

    /// <summary>Features of layer <c>street_lights</c>.</summary>
    public IReadOnlyList<Feature> LampFeatures() =>
        [.. Lamps.Select((l, i) => new Feature($"sl-{i + 1}", Plane.Point(l.At), new Dictionary<string, object?>
        {
            ["code"] = string.Create(CultureInfo.InvariantCulture, $"DEN-{i + 1:00000}"),
            ["kind"] = Dice.For(_land.Seed, "lamp", i).Happens(0.72) ? "led" : "sodium",
        }))];

    // The runs of streets of some classes within the towns.
    private IEnumerable<(Street Street, List<Vec> Line)> Along(StreetClass lowest, double density)
    {
        foreach (var street in _network.Streets)
        {
            if (street.Class > lowest) continue;
            var run = new List<Vec>();
            foreach (var p in street.Line)
            {
                if (street.Bridge || _land.Density(p) >= density) run.Add(p);
                else if (run.Count > 0)
                {
                    if (Polyline.Length(run) > 40) yield return (street, run);
                    run = [];
                }
            }

            if (Polyline.Length(run) > 40) yield return (street, run);
        }
    }

    private Feature Pipe(Street street, List<Vec> line, int number) => Line("CN", number, street, line, -0.55, street.Class switch
    {
        <= StreetClass.Primary => "transmission",
        <= StreetClass.Tertiary => "distribution",
        _ => "service",
    }, ("diameter_mm", street.Class switch
    {
        <= StreetClass.Primary => _dice.Pick<long>([400, 500, 600]),
        <= StreetClass.Tertiary => _dice.Pick<long>([160, 200, 315]),
        _ => _dice.Pick<long>([63, 90, 110]),
    }));

    private Feature Drain(Street street, List<Vec> line, int number) => Line(
        "TN", number, street, line, 0.6, street.Class <= StreetClass.Secondary ? "main" : "branch",
        ("diameter_mm", street.Class <= StreetClass.Secondary ? _dice.Pick<long>([1000, 1200, 1500]) : _dice.Pick<long>([400, 600, 800])));

    private Feature Cable(Street street, List<Vec> line, int number) => Line(
        "DZ", number, street, line, -1.15, street.Class <= StreetClass.Tertiary ? "medium" : "low",
        ("voltage_kv", street.Class <= StreetClass.Secondary ? 22.0 : street.Class == StreetClass.Tertiary ? 10.0 : 0.4));

    // The 110 kV and 35 kV lines between the substations, over the hills in long straight spans.
    private static IEnumerable<Feature> Trunks()
    {
        var stations = Place.All.Where(p => p.Kind == "substation").Select(p => p.Near).ToArray();
        (Vec[] Way, double Kilovolts)[] ways =
        [
            ([stations[0], new(600, 4700), new(-2300, 6900), new(-4600, 8600), stations[1]], 110),
            ([stations[0], new(3900, 600), new(4700, -900), new(4300, -3300), new(2300, -7000), new(900, -10500), new(-300, -13200)], 110),
            ([stations[0], new(2950, -2450), new(2300, -3350), stations[2]], 35),
            ([stations[0], new(1100, 2650), new(-100, 2600), stations[3]], 35),
            ([stations[2], new(3500, -6100), new(6900, -8400), new(8800, -9000)], 35),
        ];
        return ways.Select((w, i) => Make("DZ-T", i + 1, [.. w.Way], "high", 1998 + (i * 4), ("voltage_kv", w.Kilovolts)));
    }

    private IEnumerable<(Vec At, string Street)> Lights(Street street, List<Vec> line)
    {
        var side = 1;
        var spacing = street.Class <= StreetClass.Secondary ? 52 : 64;
        foreach (var (p, d, _) in Polyline.Walk(line, 14, _land.Wide ? spacing * 0.58 : spacing))
        {
            yield return (p + (d.Left * (side * (street.HalfWidth + 0.6))), street.Name);
            side = -side;
        }
    }

    // A line on its own side of the street: shares of the half width, left positive.
    private Feature Line(
        string prefix, int number, Street street, List<Vec> line, double side, string kind, (string Name, object Value)? more = null) =>
        Make(prefix, number, Polyline.Offset(line, side * street.HalfWidth), kind, _dice.Whole(1996, 2025), more);

    private static Feature Make(string prefix, int number, List<Vec> line, string kind, long year, (string Name, object Value)? more)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number:0000}");
        var values = new Dictionary<string, object?> { ["code"] = code, ["kind"] = kind, ["installed_year"] = year };
        if (more is { } m) values[m.Name] = m.Value;
        return new(code.ToLowerInvariant(), Plane.Line(line), values);
    }
}
