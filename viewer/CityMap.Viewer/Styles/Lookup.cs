using System.Text.Json;

namespace CityMap.Viewer.Styles;

/// <summary>Operators that look at the feature.</summary>
internal static class Lookup
{
    public static Expression Get(JsonElement[] a)
    {
        var name = a[0].GetString()!;
        return new(s => s.Feature?.Attributes.GetValueOrDefault(name) ?? (name == "id" ? s.Feature?.Id : null), true, false);
    }

    public static Expression Has(JsonElement[] a)
    {
        var name = a[0].GetString()!;
        return new(s => s.Feature?.Attributes.GetValueOrDefault(name) is not null, true, false);
    }

    public static Expression State(JsonElement[] a)
    {
        var name = a[0].GetString()!;
        return new(s => s.States?.GetValueOrDefault(name), true, false);
    }
}
