using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace CityMap.Geo.Formats.Shapefile;

/// <summary>One column of a <c>.dbf</c>.</summary>
/// <param name="Name">As it is called.</param>
/// <param name="Type">The letter of its type.</param>
/// <param name="Offset">Where it begins in a row; the mark of deletion is at 0.</param>
/// <param name="Length">Bytes.</param>
internal sealed record DbfField(string Name, char Type, int Offset, int Length)
{
    private static readonly DateTime Epoch = new(1, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>True when its bytes are text in the table's encoding.</summary>
    public bool IsText => Type == 'C';

    /// <summary>Reads the value from a row: text, a whole or a real number, true or false, or null.</summary>
    public object? Read(ReadOnlySpan<byte> row, Encoding encoding)
    {
        var bytes = row.Slice(Offset, Length);
        return Type switch
        {
            'N' or 'F' => Number(Encoding.ASCII.GetString(bytes).Trim(' ', '\0', '*')),
            'L' => (char)bytes[0] switch { 'T' or 't' or 'Y' or 'y' => true, 'F' or 'f' or 'N' or 'n' => false, _ => null },
            'D' => Date(Encoding.ASCII.GetString(bytes).Trim(' ', '\0')),
            'I' or '+' when Length == 4 => (long)BinaryPrimitives.ReadInt32LittleEndian(bytes),
            'O' or 'B' when Length == 8 => BinaryPrimitives.ReadDoubleLittleEndian(bytes) is var value && double.IsFinite(value) ? value : null,
            'T' or '@' when Length == 8 => Moment(bytes),
            'M' or 'G' or 'P' => null,
            _ => encoding.GetString(Trimmed(bytes)) is { Length: > 0 } text ? text : null,
        };
    }

    public static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        return (end < 0 ? bytes : bytes[..end]).TrimEnd((byte)' ');
    }

    private static object? Number(string text)
    {
        if (text.Length == 0) return null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return whole;
        // Some programs write the decimal comma of the machine they ran on.
        return double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) ? real : text;
    }

    private static string? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : text.Trim('0').Length == 0 ? null : text;

    // Days of the Julian calendar's count and milliseconds of the day; 1721426 is the first day of the year 1.
    private static string? Moment(ReadOnlySpan<byte> bytes)
    {
        var (day, milliseconds) = (BinaryPrimitives.ReadInt32LittleEndian(bytes) - 1721426, BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]));
        return day is > 0 and < 3652059 && milliseconds is >= 0 and < 86_400_000
            ? Epoch.AddDays(day).AddMilliseconds(milliseconds).ToString("yyyy-MM-dd'T'HH:mm:ss.FFF", CultureInfo.InvariantCulture)
            : null;
    }
}
