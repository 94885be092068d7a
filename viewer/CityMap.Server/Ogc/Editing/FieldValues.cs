using System.Text.Json;
using CityMap.Geo.Layers;
using CityMap.Server.Api;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Ogc.Editing;

/// <summary>Reads values of fields from JSON; no type is silently turned into another.</summary>
internal static class FieldValues
{
    private const int LongestText = 10_000;

    /// <summary>The members of "properties".</summary>
    /// <exception cref="ProblemException">One is unknown or of the wrong type, by its name.</exception>
    public static void Read(LayerInfo layer, JsonElement properties, Dictionary<string, object?> into)
    {
        foreach (var member in properties.EnumerateObject())
        {
            var field = layer.Fields.FirstOrDefault(f => f.Name == member.Name) ?? throw new ProblemException(
                new("unknown_member", $"The layer {layer.Id} has no property {Texts.Shown(member.Name)}.")
                {
                    Field = "properties." + Texts.Shown(member.Name).Trim('"'),
                    Allowed = [.. layer.Fields.Select(f => f.Name)],
                });
            if (member.Value.ValueKind == JsonValueKind.Null) into.Remove(field.Name);
            else into[field.Name] = Value(field, member.Value);
        }
    }

    private static object Value(FieldInfo field, JsonElement value)
    {
        var path = $"properties.{field.Name}";
        return (field.Type, value.ValueKind) switch
        {
            (FieldType.Text, JsonValueKind.String) => CleanText.Take(Text(value, path), path, LongestText, lines: true),
            (FieldType.Integer, JsonValueKind.Number) when value.TryGetInt64(out var whole) => whole,
            (FieldType.Integer, JsonValueKind.Number) when value.TryGetDouble(out var number) && double.IsInteger(number) && Math.Abs(number) < 1L << 53 => (long)number,

            // Minus zero is zero: a store does not keep its sign.
            (FieldType.Real, JsonValueKind.Number) when value.TryGetDouble(out var number) && double.IsFinite(number) => number + 0.0,
            (FieldType.Boolean, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
            (FieldType.Timestamp, JsonValueKind.String) when Instants.TryParse(Text(value, path), out var instant) => instant,
            _ => throw new ProblemException("invalid_value", path, $"{Texts.Shown(value.GetRawText())} is not a value of {field.Name}, which is {field.Type}.", Expected(field.Type)),
        };
    }

    // Half a character cannot be read as text at all.
    private static string Text(JsonElement value, string path)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new ProblemException("text_malformed", path, $"The text in {path} is not valid Unicode.", "whole Unicode characters");
        }
    }

    private static string Expected(FieldType type) => type switch
    {
        FieldType.Text => "text or null",
        FieldType.Integer => "a whole number or null",
        FieldType.Real => "a finite number or null",
        FieldType.Boolean => "true, false or null",
        _ => Instants.Expected + ", or null",
    };
}
