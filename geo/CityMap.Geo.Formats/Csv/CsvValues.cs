using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace CityMap.Geo.Formats.Csv;

/// <summary>The values of one row by the names of its columns; all rows share the names.</summary>
/// <param name="columns">Where each column stands.</param>
/// <param name="names">The columns that are values, in their order.</param>
/// <param name="values">The values of those columns.</param>
internal sealed class CsvValues(Dictionary<string, int> columns, string[] names, object?[] values) : IReadOnlyDictionary<string, object?>
{
    /// <inheritdoc/>
    public IEnumerable<string> Keys => names;

    /// <inheritdoc/>
    public IEnumerable<object?> Values => values;

    /// <inheritdoc/>
    public int Count => names.Length;

    /// <inheritdoc/>
    public object? this[string key] => values[columns[key]];

    /// <inheritdoc/>
    public bool ContainsKey(string key) => columns.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        var found = columns.TryGetValue(key, out var column);
        value = found ? values[column] : null;
        return found;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < names.Length; i++) yield return new(names[i], values[i]);
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
