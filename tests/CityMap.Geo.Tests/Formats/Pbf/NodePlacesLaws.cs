using CityMap.Geo.Formats.Pbf;
using CsCheck;
using Xunit;

namespace CityMap.Geo.Tests.Formats.Pbf;

public sealed class NodePlacesLaws
{
    [Fact]
    public void A_place_is_found_again_whether_it_stayed_in_memory_or_went_to_a_file()
    {
        var ids = Gen.Long[-50_000, 50_000].HashSet[0, 3_000];
        Gen.Select(ids, Gen.Int[1, 4_000], Gen.Bool).Sample((set, most, sorted) =>
        {
            var order = sorted ? set.Order().ToList() : [.. set];
            using var places = new NodePlaces(Path.GetTempPath(), most);
            foreach (var id in order) places.Add(new(id, (int)id * 3, (int)-id));
            places.Seal(TestContext.Current.CancellationToken);
            Assert.Equal(set.Count > most, places.IsSpilled);
            foreach (var id in Enumerable.Range(-50_000, 2_000).Select(i => (long)i * 25).Concat(order))
            {
                var found = places.TryFind(id, out var place);
                Assert.Equal(set.Contains(id), found);
                if (found) Assert.Equal(new NodePlace(id, (int)id * 3, (int)-id), place);
            }
        }, iter: 40, threads: 1);
    }
}
