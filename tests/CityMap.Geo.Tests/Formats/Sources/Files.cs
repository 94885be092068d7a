using System.IO.Compression;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;
using NetTopologySuite.Geometries;
using Xunit;

namespace CityMap.Geo.Tests.Formats.Sources;

/// <summary>Files as a department brings them, read as an import reads them.</summary>
internal static class Files
{
    /// <summary>Recognises and reads a file.</summary>
    public static async Task<(string How, int Crs, List<SourceItem> Items)> ReadAsync(byte[] content, string name, SourceOptions? options = null)
    {
        var path = Path.Combine(Path.GetTempPath(), $"citymap-test-{Path.GetRandomFileName()}");
        await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        try
        {
            using var uploaded = new Source(path, name, options ?? new());
            var (format, source) = await SourceFormats.RecogniseAsync(uploaded, null, TestContext.Current.CancellationToken);
            var items = await format.ReadAsync(source, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
            return (source.How, source.Crs.Code, items);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The refusal of a whole file.</summary>
    public static Task<SourceRefusal> RefusalAsync(byte[] content, string name, SourceOptions? options = null) =>
        Assert.ThrowsAsync<SourceRefusal>(() => ReadAsync(content, name, options));

    /// <summary>A zip archive.</summary>
    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The rows among what was read.</summary>
    public static List<SourceRow> Rows(this List<SourceItem> items) => [.. items.OfType<SourceRow>()];

    /// <summary>The place of a row, rounded to a tenth of a metre.</summary>
    public static (double Lon, double Lat) Place(this SourceRow row) =>
        row.Geometry is Point point ? (Math.Round(point.X, 6), Math.Round(point.Y, 6)) : throw new InvalidOperationException("no point");
}
