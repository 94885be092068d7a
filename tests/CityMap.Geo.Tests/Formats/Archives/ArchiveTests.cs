using System.Text;
using CityMap.Geo.Tests.Formats.Sources;
using Xunit;

namespace CityMap.Geo.Tests.Formats.Archives;

public sealed class ArchiveTests
{
    private static readonly byte[] Csv = Encoding.UTF8.GetBytes("id,lon,lat\n1,106.7,21.8\n");

    [Fact]
    public async Task An_archive_of_one_file_stands_for_that_file()
    {
        var (how, _, items) = await Files.ReadAsync(Files.Zip(("folder/lamps.csv", Csv), ("__MACOSX/._lamps.csv", [1])), "lamps.zip");
        Assert.StartsWith("CSV", how, StringComparison.Ordinal);
        Assert.Equal((106.7, 21.8), Assert.Single(items.Rows()).Place());
    }

    [Theory]
    [InlineData("../evil.csv", "leads out of it")]
    [InlineData("/etc/evil.csv", "leads out of it")]
    [InlineData("..\\evil.csv", "leads out of it")]
    [InlineData("C:\\evil.csv", "leads out of it")]
    [InlineData("inner.zip", "another archive")]
    [InlineData("inner.csv.gz", "another archive")]
    public async Task An_entry_that_may_not_be_is_named(string entry, string reason)
    {
        var refusal = await Files.RefusalAsync(Files.Zip((entry, Csv)), "x.zip");
        Assert.Equal("archive_refused", refusal.Code);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_disguised_as_a_table_is_not_unpacked_again()
    {
        var refusal = await Files.RefusalAsync(Files.Zip(("lamps.csv", Files.Zip(("lamps.csv", Csv)))), "x.zip");
        Assert.Contains("another archive", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bomb_is_told_by_its_directory_before_anything_is_written()
    {
        var refusal = await Files.RefusalAsync(Files.Zip(("zeros.csv", new byte[32 << 20])), "bomb.zip");
        Assert.Contains("250 times", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_entries_are_refused()
    {
        var refusal = await Files.RefusalAsync(Files.Zip([.. Enumerable.Range(0, 10_001).Select(i => ($"{i}.txt", Array.Empty<byte>()))]), "many.zip");
        Assert.Contains("10,001 entries", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_entry_is_found_by_its_checksum()
    {
        var zip = Files.Zip(("lamps.csv", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 2000).Select(i => $"{i * 7919 % 1000003},")))));
        zip[200] ^= 0x10;
        var refusal = await Files.RefusalAsync(zip, "lamps.zip");
        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_cut_in_half_is_refused()
    {
        var zip = Files.Zip(("lamps.csv", Csv));
        var refusal = await Files.RefusalAsync(zip[..(zip.Length / 2)], "lamps.zip");
        Assert.Equal("archive_refused", refusal.Code);
    }

    [Fact]
    public async Task An_archive_of_several_files_of_no_format_says_what_is_in_it()
    {
        var refusal = await Files.RefusalAsync(Files.Zip(("a.pdf", [1]), ("b.doc", [2])), "x.zip");
        Assert.Equal("unknown_format", refusal.Code);
        Assert.Contains("a.pdf, b.doc", refusal.Message, StringComparison.Ordinal);
    }
}
