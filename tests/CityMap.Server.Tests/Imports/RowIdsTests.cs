using CityMap.Server.Imports;
using CsCheck;

namespace CityMap.Server.Tests.Imports;

/// <summary>Ids that stand twice, in memory and on disk.</summary>
public sealed class RowIdsTests
{
    [Fact]
    public void Each_repeated_id_is_found_with_the_line_of_its_first_row_however_little_fits_in_memory() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 40]).Array[0, 200].Sample(
            rows =>
            {
                using var ids = new RowIds(mostInMemory: 7);
                var (first, expected) = (new Dictionary<(int, int), long>(), new List<(long, long, long)>());
                for (var place = 0; place < rows.Length; place++)
                {
                    var (layer, id) = rows[place];
                    ids.Add(layer, $"w600{id:0000}", line: place + 2, place);
                    if (!first.TryAdd(rows[place], place + 2)) expected.Add((place, place + 2, first[rows[place]]));
                }

                Assert.Equal(expected, ids.Repeated().OrderBy(row => row.Place));
            },
            iter: 200);

    [Fact]
    public void Nothing_is_repeated_in_an_empty_file()
    {
        using var ids = new RowIds();

        Assert.Empty(ids.Repeated());
    }
}
