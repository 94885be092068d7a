using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CityMap.Geo.Filtering;

namespace CityMap.Geo.Indexing.Live;

/// <summary>Where a page ended, as text for an address: sort key, sort text and id of its last feature.</summary>
internal readonly record struct PageToken(LivePage.Entry Entry)
{
    private const char Separator = '\u001f';

    public string Write() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{(Entry.Key.IsNull ? "n" : "v")}{Entry.Key.Value}{Separator}{Entry.Text}{Separator}{Entry.Id}")));

    /// <exception cref="StoreException"><see cref="StoreProblem.BadQuery"/>.</exception>
    public static PageToken Read(string token)
    {
        try
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split(Separator);
            if (parts.Length == 3 && parts[0].Length > 1 && parts[0][0] is 'n' or 'v')
            {
                var key = new Columns.SortKey(parts[0][0] == 'n', Int128.Parse(parts[0].AsSpan(1), CultureInfo.InvariantCulture));
                return new(new(key, null, 0, parts[1], parts[2]));
            }
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            // Said below, with the other ways of not being a token.
        }

        throw ValueTest.Bad("The token for the next page is not one that was given out.");
    }
}
