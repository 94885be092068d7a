using System.IO.Compression;
using System.Text;
using CityMap.Geo.Formats.Archives;
using CityMap.Geo.Formats.Kml;
using CityMap.Geo.Formats.Rows;
using Xunit;

namespace CityMap.Geo.Tests.Formats.Archives;

public sealed class SafeZipTests
{
    private const string Kml = "<kml><Placemark><Point><coordinates>1,2</coordinates></Point></Placemark></kml>";

    [Theory]
    [InlineData("../doc.kml", "leads out of the archive")]
    [InlineData("/etc/doc.kml", "leads out of the archive")]
    [InlineData("C:\\doc.kml", "leads out of the archive")]
    [InlineData("a/b\\..\\doc.kml", "leads out of the archive")]
    [InlineData("inner.zip", "is an archive within the archive")]
    [InlineData("readme.txt", "holds no .kml")]
    public async Task A_path_that_does_not_belong_is_refused(string path, string reason)
    {
        var read = await ReadAsync(Zip((path, Kml)));
        Assert.Contains(reason, Assert.Single(read.Of(Gravity.Fatal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_document_of_an_archive_is_read_and_a_link_that_leads_out_of_it_is_named()
    {
        const string links = "<kml><Document><NetworkLink><Link><href>layers/a.kml</href></Link></NetworkLink>" +
            "<NetworkLink><name>trực tiếp</name><Link><href>http://example.org/a.kml</href></Link></NetworkLink></Document></kml>";
        var read = await ReadAsync(Zip(("layers/a.kml", Kml), ("layers/b.kml", Kml), ("doc.kml", links), ("files/icon.png", "x")));
        Assert.Equal([("1", "a"), ("2", "b")], read.Rows.Select(r => (r.Id!, r.Layer!)));
        Assert.Equal("1 NetworkLink: The NetworkLink \"trực tiếp\" was not imported: it leads to data outside the file.", Assert.Single(read.Of(Gravity.Warning)));
    }

    [Fact]
    public async Task A_bomb_is_seen_before_it_is_unpacked()
    {
        var read = await ReadAsync(Zip(("doc.kml", new string(' ', 20_000_000))));
        Assert.Contains("zip bomb", Assert.Single(read.Of(Gravity.Fatal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_lies_about_its_length_is_stopped()
    {
        var zip = Zip(("doc.kml", Kml + new string(' ', 100_000)));
        // The length stands in the central directory, 24 bytes after its signature, and in the local header 22 bytes after its own.
        var directory = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(zip.AsSpan(directory + 24), Kml.Length - 10);
        BitConverter.TryWriteBytes(zip.AsSpan(22), Kml.Length - 10);
        var read = await ReadAsync(zip);
        Assert.Single(read.Of(Gravity.Fatal));
    }

    [Fact]
    public void Too_many_entries_are_refused()
    {
        var zip = Zip([.. Enumerable.Range(0, 11).Select(i => ($"{i}.txt", ""))]);
        var refused = Assert.Throws<ArchiveRefusal>(() => SafeZip.Open(new MemoryStream(zip), new ArchiveLimits { MostEntries = 10 }));
        Assert.Equal("The archive holds 11 entries; at most 10 are read.", refused.Message);
    }

    [Fact]
    public void An_archive_cut_in_half_is_refused()
    {
        var zip = Zip(("doc.kml", Kml));
        Assert.Throws<ArchiveRefusal>(() => SafeZip.Open(new MemoryStream(zip[..(zip.Length / 2)]), new ArchiveLimits()));
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

    private static Task<Read> ReadAsync(byte[] zip) => Read.AllAsync(KmlReader.ReadAsync(new MemoryStream(zip), TestContext.Current.CancellationToken));
}
