using System.Text.Json;
using CityMap.Viewer.Text;

namespace CityMap.Viewer.Sheets;

/// <summary>The symbols of the map by name. A facility of a kind without a symbol of its own gets the plain one.</summary>
internal sealed class SymbolBook
{
    private readonly Dictionary<string, MapSymbol> _symbols = new(StringComparer.Ordinal);

    public SymbolBook(JsonElement symbols, FontBook fonts)
    {
        foreach (var symbol in symbols.EnumerateObject()) _symbols[symbol.Name] = new(symbol.Value, fonts);
    }

    /// <summary>The symbol of a name, or null.</summary>
    public MapSymbol? Find(string name)
    {
        if (_symbols.TryGetValue(name, out var known)) return known;
        var parts = name.Split('|');
        return parts is ["facility", var theme, _, var status]
            ? _symbols.GetValueOrDefault($"facility|{theme}||{status}") ?? _symbols.GetValueOrDefault($"facility|{theme}||Unknown")
            : null;
    }
}
