namespace CityMap.Geo.Formats.Rows;

/// <summary>How deep shapes may lie within each other. The readers of shapes call themselves for each level, and a stack that runs full ends the whole program.</summary>
public static class Nesting
{
    /// <summary>The deepest that is read.</summary>
    public const int Deepest = 32;

    /// <summary>What is said of a shape that goes deeper.</summary>
    internal static readonly string Refusal = FormattableString.Invariant($"Collections are nested more than {Deepest} deep.");

    /// <summary>Looks at the parentheses of well-known text before it is read.</summary>
    /// <exception cref="FormatException">It goes deeper than <see cref="Deepest"/>.</exception>
    public static void CheckText(ReadOnlySpan<char> wkt)
    {
        var (depth, comment) = (0, false);
        foreach (var letter in wkt)
        {
            if (letter == '(' && ++depth > Deepest) throw new FormatException(Refusal);
            // The reader takes # for the begin of a comment: what closes in there closes nothing.
            if (letter == '#') comment = true;
            if (letter == ')' && !comment) depth--;
        }
    }
}
