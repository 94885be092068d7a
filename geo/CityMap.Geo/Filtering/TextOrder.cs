namespace CityMap.Geo.Filtering;

/// <summary>The order of texts in filters and sorts: by UTF-8 bytes, as <c>COLLATE "C"</c> and SQLite have it.</summary>
public sealed class TextOrder : IComparer<string>
{
    /// <summary>The one comparer.</summary>
    public static TextOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y) =>
        x is null ? (y is null ? 0 : -1) : y is null ? 1 : Compare(x.AsSpan(), y.AsSpan());

    /// <summary>Compares by code points, which is the order of UTF-8 bytes; UTF-16 units alone would misplace characters beyond U+FFFF.</summary>
    public static int Compare(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        var same = x.CommonPrefixLength(y);
        if (same == x.Length || same == y.Length) return x.Length.CompareTo(y.Length);
        var (a, b) = (x[same], y[same]);
        return char.IsSurrogate(a) != char.IsSurrogate(b) ? (char.IsSurrogate(a) ? 1 : -1) : a.CompareTo(b);
    }
}
