using System.Text;
using CityMap.Geo.Formats.Rows;
using Xunit;

namespace CityMap.Geo.Tests.Formats;

/// <summary>Reads a whole file, kept by kind of item.</summary>
internal sealed class Read
{
    private Read(List<SourceItem> items) => Items = items;

    public List<SourceItem> Items { get; }

    public List<SourceRow> Rows => [.. Items.OfType<SourceRow>()];

    public List<SourceRemark> Remarks => [.. Items.OfType<SourceRemark>()];

    public List<string> Of(Gravity gravity) => [.. Remarks.Where(r => r.Gravity == gravity).Select(r => $"{r.Line} {r.Field}: {r.Reason}")];

    public static async Task<Read> AllAsync(IAsyncEnumerable<SourceItem> items)
    {
        var all = new List<SourceItem>();
        await foreach (var item in items.WithCancellation(TestContext.Current.CancellationToken)) all.Add(item);
        return new(all);
    }

    public static Stream Text(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));
}
