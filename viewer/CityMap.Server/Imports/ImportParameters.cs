using CityMap.Geo.Layers;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Imports;

/// <summary>The query parameters of an import, each checked and named when wrong.</summary>
internal static class ImportParameters
{
    private static readonly string[] Known =
        ["layer", "title", "file", "format", "mode", "tz", "dryRun", "acceptPartial", "lon", "lat", "id", "delimiter"];

    /// <summary>Reads them.</summary>
    /// <exception cref="ProblemException">One is unknown, missing or wrong.</exception>
    public static ImportOptions Parse(HttpRequest request)
    {
        var query = request.Query;
        foreach (var name in query.Keys.Where(k => !Known.Contains(k, StringComparer.Ordinal)))
        {
            throw new ProblemException(new Problem("unknown_parameter", $"There is no parameter \"{name}\" here.") { Field = name, Allowed = Known });
        }

        return new()
        {
            Layer = Layer(Text(query, "layer")),
            Title = Text(query, "title"),
            FileName = Text(query, "file"),
            Format = OneOf(query, "format", [("geojson", ImportFormat.GeoJson), ("csv", (ImportFormat?)ImportFormat.Csv)]),
            Mode = OneOf(query, "mode", [("append", ImportMode.Append), ("replace", (ImportMode?)ImportMode.Replace)]) ?? ImportMode.Append,
            Zone = Zone(Text(query, "tz")),
            DryRun = Flag(query, "dryRun"),
            AcceptPartial = Flag(query, "acceptPartial"),
            Longitude = Text(query, "lon"),
            Latitude = Text(query, "lat"),
            Id = Text(query, "id"),
            Delimiter = Delimiter(Text(query, "delimiter")),
            Actor = Api.Actors.Of(request),
        };
    }

    private static string? Text(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } value, ..] ? value : null;

    private static string Layer(string? value)
    {
        var valid = value is { Length: <= 48 } && char.IsAsciiLetterLower(value[0]) && value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
        return valid ? value! : throw new ProblemException(
            "invalid_parameter", "layer", value is null ? "The layer to import into is missing." : $"\"{value}\" cannot be a layer's id.", "lower-case letters, digits and _, at most 48, a letter first");
    }

    private static TimeZoneInfo? Zone(string? value)
    {
        if (value is null) return null;
        return TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone)
            ? zone
            : throw new ProblemException("invalid_parameter", "tz", $"\"{value}\" is not a time zone.", "an IANA name such as Asia/Ho_Chi_Minh");
    }

    private static char? Delimiter(string? value) => value switch
    {
        null => null,
        "tab" => '\t',
        [var one] => one,
        _ => throw new ProblemException("invalid_parameter", "delimiter", $"\"{value}\" is not one character.", "one character, or tab"),
    };

    private static bool Flag(IQueryCollection query, string name) => Text(query, name) switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw new ProblemException("invalid_parameter", name, $"\"{other}\" is neither true nor false.", "true or false"),
    };

    private static T? OneOf<T>(IQueryCollection query, string name, ReadOnlySpan<(string Text, T? Value)> choices)
        where T : struct
    {
        if (Text(query, name) is not { } text) return null;
        foreach (var (choice, value) in choices)
        {
            if (choice == text) return value;
        }

        throw new ProblemException("invalid_parameter", name, $"\"{text}\" is not one of the choices.", string.Join(" or ", choices.ToArray().Select(c => c.Text)));
    }
}
