using System.IO.Compression;
using System.Text;
using CityMap.Geo.Formats.Kml;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;
using Xunit;

namespace CityMap.Geo.Tests.Formats.Kml;

public sealed class KmzTests
{
    private const string Kml = "<kml><Placemark><Point><coordinates>1,2</coordinates></Point></Placemark></kml>";

    [Fact]
    public async Task Every_document_of_an_archive_is_read_and_a_link_that_leads_out_of_it_is_named()
    {
        const string links = "<kml><Document><NetworkLink><Link><href>layers/a.kml</href></Link></NetworkLink>" +
            "<NetworkLink><name>trực tiếp</name><Link><href>http://example.org/a.kml</href></Link></NetworkLink></Document></kml>";
        var read = await ReadAsync(Zip(("layers/a.kml", Kml), ("layers/b.kml", Kml), ("doc.kml", links), ("files/icon.png", "x")));
        Assert.Equal([("1", "a"), ("2", "b")], read.Rows.Select(r => (r.Id!, r.Layer!)));
        Assert.Equal("1 NetworkLink: The NetworkLink \"trực tiếp\" was not imported: it leads to data outside the file.", Assert.Single(read.Of(Gravity.Warning)));
    }

    [Theory]
    [InlineData("../doc.kml", "leads out of it")]
    [InlineData("/etc/doc.kml", "leads out of it")]
    [InlineData("a\\..\\..\\doc.kml", "leads out of it")]
    [InlineData("inner.kmz", "another archive")]
    public async Task An_archive_that_is_not_safe_is_not_unpacked(string path, string reason)
    {
        var refused = await Assert.ThrowsAsync<SourceRefusal>(() => ReadAsync(Zip(("doc.kml", Kml), (path, Kml))));
        Assert.Equal("archive_refused", refused.Code);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bomb_is_seen_before_it_is_unpacked()
    {
        var refused = await Assert.ThrowsAsync<SourceRefusal>(() => ReadAsync(Zip(("doc.kml", new string(' ', 20_000_000)))));
        Assert.Contains("would grow more than", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_recognised_by_its_first_element_whatever_its_name()
    {
        Assert.Equal("kml", await FormatAsync("<?xml version=\"1.0\"?>\n<!-- <gpx> --><k:kml xmlns:k=\"x\"/>"));
        Assert.Equal("gpx", await FormatAsync("\uFEFF<gpx version=\"1.1\">"));
        Assert.Equal("csv", await FormatAsync("<html><kml/></html>"));
    }

    private static async Task<string> FormatAsync(string text)
    {
        using var file = new SomeFile(Encoding.UTF8.GetBytes(text));
        using var source = new Source(file.Path, null, new());
        return (await SourceFormats.RecogniseAsync(source, null, TestContext.Current.CancellationToken)).Format.Id;
    }

    private static byte[] Zip(params (string Path, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in entries)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    private static async Task<Read> ReadAsync(byte[] zip)
    {
        using var file = new SomeFile(zip);
        using var source = new Source(file.Path, "a.kmz", new());
        return await Read.AllAsync(new KmlFormat().ReadAsync(source, TestContext.Current.CancellationToken));
    }
}
