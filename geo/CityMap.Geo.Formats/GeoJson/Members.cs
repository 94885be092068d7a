using System.Text.Json;

namespace CityMap.Geo.Formats.GeoJson;

/// <summary>The members of one JSON object; a name that stands twice is refused, because nobody can say which one counts.</summary>
internal sealed class Members
{
    private readonly Dictionary<string, JsonElement> values = new(StringComparer.Ordinal);

    public Members(string path) => Path = path;

    public string Path { get; }

    public static Members Of(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Object) throw new GeoJsonRefusal(path, $"Expected an object, found {Describe(element)}.");
        var members = new Members(path);
        foreach (var member in element.EnumerateObject()) members.Add(member.Name, member.Value);
        return members;
    }

    public void Add(string name, JsonElement value)
    {
        if (!values.TryAdd(name, value)) throw new GeoJsonRefusal(At(name), $"The member \"{name}\" stands twice.");
    }

    public bool Has(string name) => values.ContainsKey(name);

    public JsonElement? Find(string name) => values.TryGetValue(name, out var value) ? value : null;

    public string At(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    /// <summary>The type member (RFC 7946 §1.4): text, and in exactly the letters of the standard.</summary>
    public string Type()
    {
        if (Find("type") is not { } type) throw new GeoJsonRefusal(At("type"), "The member \"type\" is missing.");
        return type.ValueKind == JsonValueKind.String
            ? type.GetString()!
            : throw new GeoJsonRefusal(At("type"), $"\"type\" must be text, found {Describe(type)}.");
    }

    /// <summary>RFC 7946 §7.1: these names mean something else and may not be given to this object.</summary>
    public void Forbid(string kind, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Has(name)) throw new GeoJsonRefusal(At(name), $"A {kind} may not have the member \"{name}\" (RFC 7946 §7.1).");
        }
    }

    public static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
