using System.Text.Json;
using System.Text.RegularExpressions;
using CityMap.Geo.Classifying;
using CityMap.Geo.Layers;
using CityMap.Grains.Contracts;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Layers;

/// <summary>Reads a style from a body.</summary>
internal static partial class StyleBody
{
    private const int MostClasses = 24;
    private const double MostSize = 60;
    private static readonly MemberSet _style = new("style", "kind", "field", "method", "colour", "opacity", "size", "classes", "label");
    private static readonly MemberSet _class = new("style.classes", "value", "from", "to", "colour");
    private static readonly MemberSet _label = new("style.label", "field", "size", "minZoom");

    /// <summary>The style the reader stands on.</summary>
    /// <exception cref="ProblemException">Something in it is wrong, by its name.</exception>
    public static LayerStyle Read(ref BodyReader reader)
    {
        reader.Open(_style);
        var style = new LayerStyle(LayerStyleKind.Single, "#0b57d0");
        var (seen, kind) = (0UL, false);
        while (reader.Next(_style, ref seen, out var member))
        {
            var path = _style.PathOf(member);
            switch (member)
            {
                case "kind": (style, kind) = (style with { Kind = reader.Word<LayerStyleKind>(path) }, true); break;
                case "field": style = style with { Field = reader.Text(path, 63, nullable: true) }; break;
                case "method": style = style with { Method = reader.Json.TokenType == JsonTokenType.Null ? null : reader.Word<ClassMethod>(path) }; break;
                case "colour": style = style with { Colour = Colour(ref reader, path) }; break;
                case "opacity": style = style with { Opacity = Number(ref reader, path, 0, 1) }; break;
                case "size": style = style with { Size = Number(ref reader, path, 0.5, MostSize) }; break;
                case "classes": style = style with { Classes = Classes(ref reader) }; break;
                case "label": style = style with { Label = reader.Json.TokenType == JsonTokenType.Null ? null : Label(ref reader) }; break;
            }
        }

        return kind ? style : throw ReportBody.Missing("style.kind");
    }

    private static List<StyleClass> Classes(ref BodyReader reader)
    {
        var classes = new List<StyleClass>();
        for (reader.Enter("style.classes"); reader.Json.TokenType != JsonTokenType.EndArray; reader.Advance())
        {
            if (classes.Count == MostClasses) throw new ProblemException("invalid_value", "style.classes", "The style has too many classes.", $"at most {MostClasses}");
            reader.Open(_class);
            var one = new StyleClass("");
            var seen = 0UL;
            while (reader.Next(_class, ref seen, out var member))
            {
                var path = _class.PathOf(member);
                one = member switch
                {
                    // As they are given out: a value has no bounds, bounds have no value.
                    "value" => one with { Value = reader.Text(path, 200, nullable: true) },
                    "from" => one with { From = Bound(ref reader, path) },
                    "to" => one with { To = Bound(ref reader, path) },
                    _ => one with { Colour = Colour(ref reader, path) },
                };
            }

            classes.Add(one.Colour.Length > 0 ? one : throw ReportBody.Missing("style.classes.colour"));
        }

        return classes;
    }

    private static LayerLabel Label(ref BodyReader reader)
    {
        reader.Open(_label);
        var label = new LayerLabel("", 12, 10);
        var seen = 0UL;
        while (reader.Next(_label, ref seen, out var member))
        {
            var path = _label.PathOf(member);
            label = member switch
            {
                "field" => label with { Field = reader.Text(path, 63)! },
                "size" => label with { Size = Number(ref reader, path, 8, 32) },
                _ => label with { MinZoom = (int)Number(ref reader, path, 0, 22) },
            };
        }

        return label.Field.Length > 0 ? label : throw ReportBody.Missing("style.label.field");
    }

    private static string Colour(ref BodyReader reader, string path) => reader.Text(path, 16) is { } text && IsColour().IsMatch(text)
        ? text.ToLowerInvariant()
        : throw new ProblemException("invalid_value", path, $"{path} is no colour.", "#rrggbb");

    private static double? Bound(ref BodyReader reader, string path) =>
        reader.Json.TokenType == JsonTokenType.Null ? null : Number(ref reader, path, double.MinValue, double.MaxValue);

    private static double Number(ref BodyReader reader, string path, double least, double most) =>
        reader.Number(path) is var value && double.IsFinite(value) && value >= least && value <= most
            ? value
            : throw new ProblemException(RefusalCodes.NumberOutOfRange, path, $"{path} is out of range.", FormattableString.Invariant($"{least} to {most}"));

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex IsColour();
}
