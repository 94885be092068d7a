using System.Globalization;
using System.Text.RegularExpressions;
using CityMap.Geo.Coordinates;
using CityMap.Server.Api.Bodies;

namespace CityMap.Server.Api.Parameters;

/// <summary>The kinds of parameter there are, each with its parser.</summary>
internal static partial class Parameter
{
    /// <summary>The language of everything that is written for people.</summary>
    public static QueryParameter<string> Language { get; } = OneOf("lang", "The language of names, titles and words; Vietnamese without it.", ["vi", "en"]);

    /// <summary>True or false.</summary>
    public static QueryParameter<bool?> Flag(string name, string description) =>
        new(name, description, "true", static text => text.Value switch
        {
            "true" => true,
            "false" => false,
            _ => throw text.Wrong($"The parameter {text.Parameter.Name} is neither true nor false.", "true or false"),
        })
        { Allowed = ["true", "false"], SchemaType = "boolean" };

    /// <summary>A whole number in a range.</summary>
    public static QueryParameter<int?> Whole(string name, string description, int least, int most, int example) =>
        new(name, description, example.ToString(Texts.Plain), text =>
            int.TryParse(text.Value, NumberStyles.AllowLeadingSign, Texts.Plain, out var value) && value >= least && value <= most
                ? value
                : throw text.Wrong($"The parameter {name} is not a whole number from {least} to {most}.", $"{least} to {most}"))
        { SchemaType = "integer" };

    /// <summary>A longitude or latitude, in degrees; only finite numbers pass.</summary>
    public static QueryParameter<double?> Degrees(string name, string description, double example) =>
        new(name, description, example.ToString(Texts.Plain), static text => Number(text, text.Value)) { SchemaType = "number", Required = true };

    /// <summary>An instant with its zone.</summary>
    public static QueryParameter<DateTimeOffset?> Instant(string name, string description) =>
        new(name, description, "2026-11-23T14:05:00+07:00", static text =>
            // A plus sign that was not escaped arrives as a space.
            Instants.TryParse(text.Value.Replace(' ', '+'), out var value)
                ? value
                : throw text.Wrong($"The parameter {text.Parameter.Name} is not an instant.", Instants.Expected));

    /// <summary>A length of time in days, hours and minutes (ISO 8601), from a minute to ten years.</summary>
    public static QueryParameter<TimeSpan?> Duration(string name, string description) =>
        new(name, description, "P1DT12H", static text =>
            IsoDuration().Match(text.Value) is { Success: true } parts && TimeOf(parts) is var span && span >= TimeSpan.FromMinutes(1) && span <= TimeSpan.FromDays(3660)
                ? span
                : throw text.Wrong($"The parameter {text.Parameter.Name} is not a length of time.", "days, hours and minutes as in P1DT12H or PT30M, a minute to ten years"));

    /// <summary>Any of a list of known words, separated by commas.</summary>
    public static QueryParameter<IReadOnlyList<string>> AnyOf(string name, string description, IReadOnlyList<string> known) =>
        new(name, description, known[0], text =>
        {
            var words = Split(text);
            return words.FirstOrDefault(word => !known.Contains(word)) is { } strange
                ? throw text.Wrong($"The parameter {name} does not know {Texts.Shown(strange)}.", "one or more of the allowed values, separated by commas")
                : words;
        })
        { Allowed = known, Many = true };

    /// <summary>Any of some free words, separated by commas.</summary>
    public static QueryParameter<IReadOnlyList<string>> Words(string name, string description, string example) =>
        new(name, description, example, Split) { Many = true };

    /// <summary>One of a list of known words.</summary>
    public static QueryParameter<string> OneOf(string name, string description, IReadOnlyList<string> known) =>
        new(name, description, known[0], text => known.Contains(text.Value)
            ? text.Value
            : throw text.Wrong($"The parameter {name} does not know {Texts.Shown(text.Value)}.", "one of the allowed values"))
        { Allowed = known };

    /// <summary>Free text.</summary>
    public static QueryParameter<string> Text(string name, string description, string example, int most = 200) =>
        new(name, description, example, text => CleanText.Take(text.Value, text.Parameter.Name, most));

    /// <summary>A box west,south,east,north.</summary>
    public static QueryParameter<Bounds?> Box(string name, string description) =>
        new(name, description, "106.70,21.80,106.82,21.90", static text =>
        {
            var parts = text.Value.Split(',');
            if (parts.Length != 4) throw text.Wrong($"A box has four numbers, not {parts.Length}.", BoxExpected, "invalid_box");
            var n = Array.ConvertAll(parts, part => Number(text, part, "invalid_box"));
            var problem = CoordinateProblem.Find(n[0], n[1]) ?? CoordinateProblem.Find(n[2], n[3]);
            if (problem is not null) throw text.Wrong(problem.Reason, BoxExpected, "invalid_box");
            return n[1] > n[3]
                ? throw text.Wrong("The box's south lies north of its north.", BoxExpected, "invalid_box")
                : new Bounds(n[0], n[1], n[2], n[3]);
        });

    private const string BoxExpected = "west,south,east,north in degrees, longitude first";

    private static TimeSpan TimeOf(Match parts) => new(Part(parts, 1), Part(parts, 2), Part(parts, 3), 0);

    private static int Part(Match parts, int group) => parts.Groups[group].Success ? int.Parse(parts.Groups[group].ValueSpan, Texts.Plain) : 0;

    [GeneratedRegex("^P(?:([0-9]{1,4})D)?(?:T(?:([0-9]{1,5})H)?(?:([0-9]{1,6})M)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDuration();

    private static double Number(QueryText text, string value, string code = "invalid_parameter") =>
        double.TryParse(value, NumberStyles.Float, Texts.Plain, out var number) && double.IsFinite(number)
            ? number
            : throw text.Wrong($"{Texts.Shown(value)} is not a finite number.", $"for example {text.Parameter.Example}", code);

    private static IReadOnlyList<string> Split(QueryText text)
    {
        var words = text.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 200) throw text.Wrong($"The parameter {text.Parameter.Name} has {words.Length} values.", "at most 200 values");
        return Array.ConvertAll(words, word => CleanText.Take(word, text.Parameter.Name, 200));
    }
}
