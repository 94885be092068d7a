using System.Text.RegularExpressions;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>Names of layers and fields become names of tables and columns: only what is checked here reaches SQL text.</summary>
internal static partial class Names
{
    // Columns of our own and of PostgreSQL itself. No field begins with an underscore, so that one more makes a name of its own.
    private static readonly HashSet<string> Taken = new(
        ["geom", "generation", "from_seq", "to_seq", "occurred_from", "occurred_to", "tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"],
        StringComparer.Ordinal);

    /// <summary>The table of a layer, as SQL text.</summary>
    public static string Table(string layer) => Quote(layer);

    /// <summary>A table that stands beside a layer's for a while; no layer has a name like it.</summary>
    public static string Beside(string layer, string what) => $"\"{Quote(layer)[1..^1]}~{what}\"";

    /// <summary>The column of a field, or of <c>id</c>, as SQL text; it may be a reserved word.</summary>
    public static string Column(string field) => Taken.Contains(field) ? $"\"_{field}\"" : Quote(field);

    private static string Quote(string name) =>
        Name().IsMatch(name) ? $"\"{name}\"" : throw new ArgumentException($"Not a name: {name}", nameof(name));

    [GeneratedRegex(@"^[a-z][a-z0-9_]{0,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
