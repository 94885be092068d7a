using CityMap.Geo.Formats.Rows;

namespace CityMap.Geo.Formats.Csv;

/// <summary>
/// Finds a quote that is opened and not closed where it should be (RFC 4180 §2.5–2.7). The reader takes what follows into one value, line after line,
/// and the rows in it would be gone without a word.
/// </summary>
internal static class CsvQuotes
{
    private const string Delimiters = ",;\t|";

    /// <summary>Looks at a row that goes over several lines; null when its quotes are right.</summary>
    /// <param name="record">The row as it stands in the file.</param>
    /// <param name="delimiter">What parts the columns; null is one of the usual ones.</param>
    /// <param name="line">Where it ends.</param>
    public static SourceRemark? FindProblem(ReadOnlySpan<char> record, char? delimiter, long line)
    {
        record = record.TrimEnd("\r\n");
        if (!record.Contains('\n')) return null;
        for (var at = 0; at < record.Length; at++)
        {
            if (record[at] != '"' || (at > 0 && !Parts(record[at - 1], delimiter))) continue;
            if (Close(record, at + 1) is not { } end)
            {
                return new(line, Gravity.Fatal, "", "A quote is opened and never closed: all that follows it would be one value.");
            }

            if (end + 1 < record.Length && !Parts(record[end + 1], delimiter) && record[at..end].Contains('\n'))
            {
                return new(line, Gravity.Bad, "", "A quote is opened and closed lines later in the middle of a value: the rows between would be one value.");
            }

            at = end;
        }

        return null;
    }

    // Two quotes are one of the value.
    private static int? Close(ReadOnlySpan<char> record, int at)
    {
        for (; at < record.Length; at++)
        {
            if (record[at] != '"') continue;
            if (at + 1 < record.Length && record[at + 1] == '"') at++;
            else return at;
        }

        return null;
    }

    private static bool Parts(char c, char? delimiter) => delimiter is { } known ? c == known : Delimiters.Contains(c);
}
