using System.Buffers;
using CityMap.Geo.Filtering;

namespace CityMap.Geo.Searching;

/// <summary>Cuts texts into folded words: runs of letters and digits, without case or diacritics, đ as d.</summary>
internal static class SearchWords
{
    /// <summary>More words than this of one text are not looked at.</summary>
    public const int MostWords = 32;

    // What comes before the combining marks, and the block of the Vietnamese letters: composed already, whatever stands beside them.
    private static readonly SearchValues<char> _composed =
        SearchValues.Create([.. Enumerable.Range(0, 0x300).Concat(Enumerable.Range(0x1EA0, 0x60)).Select(c => (char)c)]);

    /// <summary>The folded words of a text, in order.</summary>
    public static List<string> Of(string? text)
    {
        var words = new List<string>();
        foreach (var word in Cut(text)) words.Add(word.ToString());
        return words;
    }

    /// <summary>The folded words of a text, in order, for as long as the next one is not asked for.</summary>
    public static Words Cut(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return new("");
        // A letter whose marks stand apart must not be cut from them.
        return new(TextFolding.Fold(text.AsSpan().ContainsAnyExcept(_composed) && !text.IsNormalized() ? text.Normalize() : text));
    }

    /// <summary>Goes through the words of a folded text.</summary>
    internal ref struct Words(string folded)
    {
        private int _at;
        private int _count;

        public ReadOnlySpan<char> Current { get; private set; }

        public readonly Words GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_count == MostWords) return false;
            var start = _at;
            while (start < folded.Length && !char.IsLetterOrDigit(folded[start])) start++;
            if (start == folded.Length) return false;
            _at = start;
            while (_at < folded.Length && char.IsLetterOrDigit(folded[_at])) _at++;
            Current = folded.AsSpan(start, _at - start);
            _count++;
            return true;
        }
    }
}
