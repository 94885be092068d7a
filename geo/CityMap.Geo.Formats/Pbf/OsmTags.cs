namespace CityMap.Geo.Formats.Pbf;

/// <summary>The tags of one element, of those keys that some rule asks for.</summary>
public sealed class OsmTags
{
    private readonly List<(string Key, string Value)> _tags = [];

    /// <summary>How many there are.</summary>
    public int Count => _tags.Count;

    /// <summary>The value of a key; null without.</summary>
    public string? this[string key]
    {
        get
        {
            foreach (var (k, v) in _tags)
            {
                if (k == key) return v;
            }

            return null;
        }
    }

    /// <summary>Starts anew.</summary>
    public void Clear() => _tags.Clear();

    /// <summary>Adds a tag.</summary>
    public void Add(string key, string value) => _tags.Add((key, value));

    /// <summary>True when a test holds.</summary>
    public bool Meets(OsmTest test) => this[test.Key] is { } value && (test.Values.Count == 0 ? value != "no" : test.Values.Contains(value));

    /// <summary>The tags of these keys, as values of a row.</summary>
    public Dictionary<string, object?> Pick(IReadOnlyList<string> keys)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (this[key] is { } value) values.Add(key, value);
        }

        return values;
    }
}
