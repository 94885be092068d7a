using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Stores.Tests.Contract;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using Xunit;

namespace CityMap.Stores.Tests.GeoPackage;

/// <summary>The R-tree of an imported layer, which is written by its shadow tables: SQLite's own check, and boxes, find nothing wrong with it.</summary>
public sealed class PackedTreeTests : IAsyncLifetime
{
    private static readonly LayerInfo _posts = new("posts", new("Cột", "Posts"), GeometryKind.Any, []) { Order = 5, Group = "base" };

    private GeoPackagePlace? _place;

    private IFeatureStore Features => _place!.Store.Features;

    public async ValueTask InitializeAsync() => _place = await GeoPackagePlace.NewAsync();

    public ValueTask DisposeAsync() => _place!.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(51)]
    [InlineData(52)]
    [InlineData(2_700)]
    public async Task A_tree_of_any_height_is_whole(int count)
    {
        await ImportAsync(ImportMode.Replace, Posts(1, count));

        await CheckAsync(Posts(1, count));
    }

    [Fact]
    public async Task What_is_added_and_put_in_the_place_of_others_is_in_the_tree_and_what_was_replaced_is_not()
    {
        await ImportAsync(ImportMode.Replace, Posts(1, 300));
        await ImportAsync(ImportMode.Append, Posts(301, 100));
        await ImportAsync(ImportMode.Upsert, Posts(200, 150, north: 0.3));

        await CheckAsync([.. Posts(1, 199), .. Posts(200, 150, north: 0.3), .. Posts(350, 51)]);
    }

    [Fact]
    public async Task Single_features_change_it_afterwards()
    {
        await ImportAsync(ImportMode.Replace, Posts(1, 200));
        foreach (var post in Posts(150, 120, north: 0.4)) await EditAsync(post.Id, post);
        for (var gone = 1; gone <= 40; gone++) await EditAsync($"p{gone}", null);

        await CheckAsync([.. Posts(41, 109), .. Posts(150, 120, north: 0.4)]);
    }

    // Every seventh has no place; every fifth is an area.
    private static Feature[] Posts(int from, int count, double north = 0) => [.. Enumerable.Range(from, count).Select(number =>
    {
        var (lon, lat) = (106.5 + (number * 37 % 400 * 0.001), 21.5 + (number * 53 % 300 * 0.001) + north);
        Geometry? place = number % 7 == 0 ? null
            : number % 5 == 0 ? Sample.Shape(FormattableString.Invariant($"POLYGON (({lon} {lat}, {lon + 0.01} {lat}, {lon} {lat + 0.01}, {lon} {lat}))"))
            : new Point(lon, lat);
        return new Feature($"p{number}", place, new Dictionary<string, object?>());
    })];

    private async Task ImportAsync(ImportMode mode, Feature[] posts)
    {
        await using var import = await Features.BeginImportAsync(_posts, mode, default);
        await import.WriteAsync(posts, default);
        await import.CommitAsync(Sample.Imported("posts"), default);
    }

    private async Task EditAsync(string id, Feature? after)
    {
        var before = FeatureTag.Of(await Features.FindAsync("posts", id, null, default));
        Assert.IsType<EditOutcome.Committed>(await Features.EditAsync(new("posts", id, after, before, Sample.Entry("feature.replaced", 1, "{}")), default));
    }

    private async Task CheckAsync(Feature[] posts)
    {
        foreach (var box in new Bounds[] { new(106.4, 21.4, 107, 22.3), new(106.6, 21.6, 106.65, 21.7), new(106.8, 21.9, 106.81, 22.2) })
        {
            var area = new Envelope(box.West, box.East, box.South, box.North);
            var expected = posts.Where(post => post.Geometry?.Intersects(GeometryFactory.Default.ToGeometry(area)) == true).Select(post => post.Id).Order(StringComparer.Ordinal);
            var page = await Features.QueryAsync(new FeatureQuery("posts") { Within = box, Limit = 5_000 }, default);
            Assert.Equal(expected, page.Features.Select(feature => feature.Id).Order(StringComparer.Ordinal));
        }

        await using var file = new SqliteConnection($"Data Source={_place!.File};Mode=ReadOnly;Pooling=False");
        await file.OpenAsync(TestContext.Current.CancellationToken);
        await using var check = file.CreateCommand();
        check.CommandText = "SELECT rtreecheck('rtree_posts_geom')";
        Assert.Equal("ok", await check.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}
