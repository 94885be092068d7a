using System.IO.Compression;
using System.Text;
using CityMap.Geo.Formats;
using CityMap.Geo.Formats.Csv;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;
using ICSharpCode.SharpZipLib;
using Xunit;

namespace CityMap.Geo.Tests.Formats.Csv;

public sealed class CsvReaderTests
{
    [Fact]
    public async Task The_Seattle_calls_are_read_but_for_the_seven_with_a_lost_quote()
    {
        var (columns, items) = await ReadFileAsync("incidents/seattle_police_911_2015.csv.gz");
        Assert.Equal(("Longitude", "Latitude"), (columns.Names[columns.Longitude!.Value], columns.Names[columns.Latitude!.Value]));
        Assert.Equal(91_067, items.Count);
        int[] lost = [243, 4211, 7160, 7990, 8659, 10200, 11948];
        Assert.Equal(lost, items.OfType<SourceRemark>().Select(r => (int)r.Line));
    }

    [Fact]
    public async Task The_New_York_requests_without_coordinates_are_rows_without_a_place()
    {
        var (_, items) = await ReadFileAsync("incidents/nyc_311.csv.gz");
        var rows = items.OfType<SourceRow>().ToList();
        Assert.Equal((5_895, 57), (rows.Count, rows.Count(r => r.Geometry is null)));
    }

    [Fact]
    public async Task Vietnamese_headers_and_semicolons_are_understood()
    {
        var items = await ReadTextAsync("Mã;Tên;Kinh độ;Vĩ độ\nA1;Chợ Kỳ Lừa;106,758;21,857\n");
        var row = Assert.IsType<SourceRow>(Assert.Single(items));
        Assert.Equal(("A1", 106.758, 21.857), (row.Id, row.Geometry!.Coordinate.X, row.Geometry.Coordinate.Y));
    }

    [Theory]
    [InlineData("sep=;\r\nid;lon;lat\r\n1;106,7;21,8\r\n2;x;21,8\r\n", 4)]
    [InlineData("SEP=|\nid|lon|lat\n1|106.7|21.8\n2|x|21.8\n", 4)]
    [InlineData("\uFEFFsep=\t\nid\tlon\tlat\n1\t106.7\t21.8\n2\tx\t21.8\n", 4)]
    [InlineData("sep=a,lon,lat\n1,106.7,21.8\n2,x,21.8\n", 3)]
    public async Task The_line_that_tells_Excel_the_separator_is_no_header(string text, int line)
    {
        var items = await ReadTextAsync(text);
        Assert.Equal(106.7, Assert.IsType<SourceRow>(items[0]).Geometry!.Coordinate.X);
        Assert.Equal(line, Assert.IsType<SourceRemark>(items[1]).Line);
    }

    [Theory]
    [InlineData("id,lon,lat\n1,106.7,21.8\n2,106.7\n", 3, Gravity.Bad, "2 values")]
    [InlineData("id,lon,lat\n1,abc,21.8\n", 2, Gravity.Bad, "not a longitude")]
    [InlineData("id,lon,lat\n1,21.8,106.7\n", 2, Gravity.Bad, "did you mean")]
    [InlineData("id,note,lon,lat\n1,\"two\nlines\",106.7,21.8\n2,x,200,21\n", 4, Gravity.Bad, "outside")]
    [InlineData("id,lon,lat\n1,106.7,21.8\n2,\"106.7,21.8\n", 3, Gravity.Bad, "values")]
    [InlineData("id,lon,lat\n1,106.7,NaN\n", 2, Gravity.Bad, "finite")]
    [InlineData("id,lon,lat,name\n1,106.7,21.8,one\n2,106.7,21.8,\"two\n3,106.7,21.8,three\n", 3, Gravity.Fatal, "never closed")]
    [InlineData("id,lon,lat,name\n1,106.7,21.8,\"one\n2,106.7,21.8,\"two\"\n3,106.7,21.8,x\n", 2, Gravity.Bad, "lines later")]
    public async Task A_bad_row_is_reported_with_its_line_and_the_reason(string text, int line, Gravity gravity, string reason)
    {
        var remark = (await ReadTextAsync(text)).OfType<SourceRemark>().First();
        Assert.Equal((line, gravity), ((int)remark.Line, remark.Gravity));
        Assert.Contains(reason, remark.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,name,lon,lat\n1,\"one\n\"\"two\"\", three\",106.7,21.8\n")]
    [InlineData("id;name;lon;lat\n1;\"one\r\ntwo\";\"106,7\";21,8\r\n")]
    [InlineData("lon,lat,name\n106.7,21.8,\"one\n\"")]
    public async Task A_value_of_several_lines_is_one_value_when_its_quotes_are_right(string text) =>
        Assert.IsType<SourceRow>(Assert.Single(await ReadTextAsync(text)));

    [Theory]
    [InlineData("(", 32, false)]
    [InlineData("(", 33, true)]
    [InlineData("(", 200_000, true)]
    [InlineData("(#)\n", 200_000, true)]
    public async Task Well_known_text_is_read_to_a_limit_of_nesting(string opens, int depth, bool refused)
    {
        var wkt = string.Concat(Enumerable.Repeat($"GEOMETRYCOLLECTION {opens}", depth - 1)) + "POINT (106.7 21.8" + new string(')', depth);
        var item = Assert.Single(await ReadTextAsync($"id,wkt\n1,\"SRID=4326;{wkt}\"\n"));
        Assert.Equal(refused, item is SourceRemark { Gravity: Gravity.Bad } remark && remark.Reason.Contains("more than 32 deep", StringComparison.Ordinal));
        Assert.Equal(!refused, item is SourceRow);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,a\n1,2\n")]
    public async Task A_file_without_a_usable_header_is_refused(string text)
    {
        await Assert.ThrowsAsync<CsvException>(() => ReadTextAsync(text));
    }

    [Fact]
    public async Task A_gzip_cut_in_half_is_reported_not_swallowed()
    {
        var bytes = await File.ReadAllBytesAsync(TestFiles.Path("incidents/sfpd.csv.gz"), TestContext.Current.CancellationToken);
        var half = new MemoryStream();
        await using (var zip = SourceFile.Unpack(new MemoryStream(bytes, 0, bytes.Length / 2)))
        {
            await Assert.ThrowsAsync<SharpZipBaseException>(() => zip.CopyToAsync(half, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_gzip_that_grows_without_measure_is_refused_while_it_grows()
    {
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) await zip.WriteAsync(new byte[64 << 20], TestContext.Current.CancellationToken);
        packed.Position = 0;
        using var plain = new MemoryStream();
        var refusal = await Assert.ThrowsAsync<SourceRefusal>(() => SourceFile.UnpackAsync(packed, plain, TestContext.Current.CancellationToken));
        Assert.Equal("archive_refused", refusal.Code);
        Assert.Contains("250 times", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(plain.Length, 0, 300 * packed.Length);
    }

    [Theory]
    [InlineData("windows-1258")]
    [InlineData("utf-16")]
    public async Task A_stated_encoding_is_used(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        using var stream = new MemoryStream(encoding.GetBytes("id,name,lon,lat\n1,Cao L\u00F4c,106.7,21.8\n"));
        await using var reader = await CsvReader.OpenAsync(stream, new() { Encoding = encoding }, TestContext.Current.CancellationToken);
        var row = Assert.IsType<SourceRow>(Assert.Single(await reader.ReadAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("Cao Lôc", row.Values["name"]);
    }

    private static async Task<(CsvColumns Columns, List<SourceItem> Items)> ReadFileAsync(string file)
    {
        await using var stream = File.OpenRead(TestFiles.Path(file));
        using var plain = new MemoryStream();
        await using (var unpacked = SourceFile.Unpack(stream)) await unpacked.CopyToAsync(plain, TestContext.Current.CancellationToken);
        plain.Position = 0;
        await using var reader = await CsvReader.OpenAsync(plain, new(), TestContext.Current.CancellationToken);
        return (reader.Columns, await reader.ReadAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<List<SourceItem>> ReadTextAsync(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await using var reader = await CsvReader.OpenAsync(stream, new(), TestContext.Current.CancellationToken);
        return await reader.ReadAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }
}
