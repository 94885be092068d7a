using System.Collections;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace CityMap.Geo.GeoPackage.Values;

/// <summary>The attributes of one row: values in an array, names shared by all rows of a layer. A million dictionaries would be too many.</summary>
internal sealed class RowAttributes(FrozenDictionary<string, int> index, object?[] values) : IReadOnlyDictionary<string, object?>
{
    public int Count => index.Count;

    public IEnumerable<string> Keys => index.Keys;

    public IEnumerable<object?> Values => values;

    public object? this[string key] => values[index[key]];

    public bool ContainsKey(string key) => index.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        var found = index.TryGetValue(key, out var at);
        value = found ? values[at] : null;
        return found;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        foreach (var (name, at) in index) yield return new(name, values[at]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
