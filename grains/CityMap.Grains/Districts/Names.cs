namespace CityMap.Grains.Districts;

/// <summary>Small numbers for names that come again and again; 0 is no name.</summary>
internal sealed class Names
{
    private readonly Dictionary<string, ushort> _numbers = new(StringComparer.Ordinal);
    private readonly List<string?> _names = [null];

    public ushort NumberOf(string? name)
    {
        if (name is null) return 0;
        if (_numbers.TryGetValue(name, out var number)) return number;
        number = checked((ushort)_names.Count);
        _names.Add(name);
        return _numbers[name] = number;
    }

    public int Find(string name) => _numbers.TryGetValue(name, out var number) ? number : -1;

    public string? NameOf(int number) => _names[number];
}
