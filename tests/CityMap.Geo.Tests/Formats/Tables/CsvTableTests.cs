using System.Text;
using CityMap.Geo.Formats.Tables;
using Xunit;

namespace CityMap.Geo.Tests.Formats.Tables;

public sealed class CsvTableTests
{
    private static async Task<byte[]> WriteAsync(params object?[][] rows)
    {
        using var output = new MemoryStream();
        await using (var table = new CsvTable(output))
        {
            foreach (var row in rows) table.Write(row);
        }

        return output.ToArray();
    }

    private static async Task<string> TextAsync(params object?[] row) => Encoding.UTF8.GetString(await WriteAsync(row))[1..];

    [Fact]
    public async Task It_begins_with_a_byte_order_mark_and_ends_rows_with_CRLF()
    {
        var bytes = await WriteAsync(["Địa bàn", 3L], [null, true]);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("Địa bàn,3\r\n,true\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a \"b\"", "\"a \"\"b\"\"\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    public async Task What_would_break_a_row_is_quoted(string text, string expected) => Assert.Equal(expected + "\r\n", await TextAsync(text));

    [Theory]
    [InlineData("=HYPERLINK(A1)")]
    [InlineData("+84205")]
    [InlineData("-1+2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    public async Task A_text_that_looks_like_a_formula_is_made_plain_text(string text) =>
        Assert.StartsWith("'" + text[0], await TextAsync(text), StringComparison.Ordinal);

    [Fact]
    public async Task A_carriage_return_in_front_is_made_plain_and_quoted() => Assert.Equal("\"'\rx\"\r\n", await TextAsync("\rx"));

    [Fact]
    public async Task A_negative_number_stays_a_number() => Assert.Equal("-12.5,2026-11-23 14:05:00\r\n", await TextAsync(-12.5, new DateTime(2026, 11, 23, 14, 5, 0)));
}
