namespace CityMap.Server.Imports;

/// <summary>Ids of layers made from the names of files and of the tables in them.</summary>
internal static class LayerNames
{
    private const int Longest = 48;

    /// <summary>The id for a file: its name without folders and extensions, in plain letters.</summary>
    public static string OfFile(string file) => Of(Path.GetFileName(file.Replace('\\', '/')).Split('.')[0]);

    /// <summary>The id for any name: plain small letters, digits and _, at most 48.</summary>
    public static string Of(string name)
    {
        var plain = new FieldNames().For(name);
        return plain.Length <= Longest ? plain : plain[..Longest].TrimEnd('_');
    }

    /// <summary>The ids for the layers of a file, in their order.</summary>
    /// <param name="names">What the file calls them; one null when it holds a single nameless one.</param>
    /// <param name="prefix">The word before them, or null; a single layer is called just that.</param>
    /// <param name="file">The file's name, for a layer nobody named.</param>
    public static IReadOnlyList<string> For(IReadOnlyList<string?> names, string? prefix, string? file)
    {
        if (names is [var only]) return [prefix ?? (only is not null ? Of(only) : OfFile(file ?? "imported"))];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. names.Select(name => Free(Of(prefix is null ? name ?? "imported" : $"{prefix}_{name}"), taken))];
    }

    /// <summary>The id itself, or with a number behind it, so that it is not among those taken; it is among them then.</summary>
    public static string Free(string id, HashSet<string> taken)
    {
        for (var (n, free) = (2, id); ; n++)
        {
            if (taken.Add(free)) return free;
            free = FormattableString.Invariant($"{(id.Length > Longest - 4 ? id[..(Longest - 4)] : id)}_{n}");
        }
    }
}
