using System.Globalization;
using System.Text;
using CityMap.Geo.Demo.Chance;
using CityMap.Geo.Demo.Ground;
using CityMap.Geo.Demo.Places;

namespace CityMap.Geo.Demo.Incidents;

/// <summary>Makes reports: what, where and in which words, fitting the hour, the weekday and the weather.</summary>
internal sealed class IncidentMaker
{
    private static readonly Dictionary<string, Story[]> Stories =
        StreetStories.All.Concat(PlaceStories.All).GroupBy(s => s.Type).ToDictionary(g => g.Key, g => g.ToArray());

    private readonly Spots _spots;
    private readonly long _seed;

    public IncidentMaker(DemoOptions options, World world, IReadOnlyList<DemoFacility> facilities)
    {
        _seed = options.Seed;
        _spots = new Spots(world, facilities);
    }

    /// <summary>One report at a moment, and the spot it is about.</summary>
    public (DemoReport Report, Spot Spot) Make(Dice dice, DateTimeOffset at)
    {
        var type = Rhythm.Type(dice, at, Measurements.Rain(_seed, at));
        var story = dice.Pick(Stories[type]);
        var spot = Where(type, dice);
        var severity = Math.Max(1, story.Worst - dice.Weighted([0.4, 0.43, 0.17]));
        var p = spot.At + new Vec(dice.Between(-7, 7), dice.Between(-7, 7));
        var (house, number) = (dice.Whole(1, 268), dice.Whole(2, 6));
        return (new(type, Tell(story.Title), Tell(dice.Pick(story.Descriptions)), severity, Plane.ToLonLat(p), at, Agencies.Citizen(dice))
        {
            // Somebody who works there names the facility; for others the operator links it.
            Facility = dice.Happens(0.3) ? spot.Facility : null,
        }, spot);

        string Tell(string text)
        {
            if (!text.Contains('{', StringComparison.Ordinal)) return text;
            var told = new StringBuilder(text.Length + 40);
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] != '{')
                {
                    told.Append(text[i]);
                    continue;
                }

                var end = text.IndexOf('}', i);
                Fill(told, text.AsSpan(i + 1, end - i - 1));
                i = end;
            }

            return told.ToString();
        }

        void Fill(StringBuilder told, ReadOnlySpan<char> slot)
        {
            if (slot is "st") Append(told, spot.Street);
            else if (slot is "pl") Append(told, spot.Landmark);
            else told.Append(CultureInfo.InvariantCulture, $"{(slot is "nr" ? house : number)}");
        }
    }

    // "đường Đường Bản Áng" and "cổng trường Trường THPT …" say the word once.
    private static void Append(StringBuilder told, string name)
    {
        foreach (var word in (ReadOnlySpan<string>)["đường ", "trường "])
        {
            var before = told.Length - word.Length;
            if (before < 0 || !name.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            if (told.ToString(before, word.Length) == word) told.Length = before;
        }

        told.Append(name);
    }

    private Spot Where(string type, Dice dice) => type switch
    {
        "LIGHT" => dice.Pick(_spots.Lights),
        "TRAFFIC" when dice.Happens(0.6) => dice.Pick(_spots.Crossings),
        "TRAFFIC" or "BUS" or "ORDER" => dice.Pick(_spots.Busy),
        "WATER" => dice.Pick(dice.Happens(0.45) ? _spots.Riverside : _spots.Anywhere),
        "HAZARD" => dice.Pick(dice.Happens(0.5) ? _spots.Riverside : _spots.Hillside),
        "BORDER" => At(dice, "border_gate"),
        "EDU" => At(dice, "school"),
        "TOURISM" => At(dice, "heritage", "pagoda"),
        "ADMIN" => At(dice, "town_hall"),
        "SECURITY" when dice.Happens(0.2) => At(dice, "market"),
        "HEALTH" when dice.Happens(0.4) => At(dice, "market", "school", "hotel"),
        "OTHER" when dice.Happens(0.5) => At(dice, "park"),
        _ => dice.Pick(_spots.Anywhere),
    };

    private Spot At(Dice dice, params string[] kinds)
    {
        var known = kinds.Where(_spots.Facilities.ContainsKey).ToArray();
        return known.Length == 0 ? dice.Pick(_spots.Anywhere) : dice.Pick(_spots.Facilities[dice.Pick(known)]);
    }
}
