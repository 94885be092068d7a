using CityMap.Geo.Formats.Pbf;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;
using Xunit;

namespace CityMap.Geo.Tests.Formats.Pbf;

public sealed class PbfReaderTests
{
    private static readonly (long, double, double, string[])[] Square =
    [
        (1, 0, 0, []), (2, 4, 0, []), (3, 4, 4, []), (4, 0, 4, []), (11, 1, 1, []), (12, 2, 1, []), (13, 2, 2, []), (14, 1, 2, []),
    ];

    [Fact]
    public async Task Elements_become_rows_of_the_layers_their_tags_say_in_whichever_order_they_stand()
    {
        var inOrder = new SomePbf()
            .Nodes((1, 106.7, 21.8, ["place=city", "name=Lạng Sơn"]), (2, 106.8, 21.8, []), (3, 106.8, 21.9, []), (-4, 106.7, 21.9, ["amenity=bench"]))
            .Way(7, [1, 2, 3], "highway=primary", "name=Trần Đăng Ninh", "note=x").Way(8, [1, 2, 3, -4, 1], "building=yes", "amenity=school").Way(9, [1, 2], "highway=proposed");
        var shuffled = new SomePbf()
            .Way(9, [1, 2], "highway=proposed").Way(8, [1, 2, 3, -4, 1], "building=yes", "amenity=school")
            .Nodes((3, 106.8, 21.9, []), (-4, 106.7, 21.9, ["amenity=bench"])).Way(7, [1, 2, 3], "highway=primary", "name=Trần Đăng Ninh", "note=x")
            .Nodes((2, 106.8, 21.8, []), (1, 106.7, 21.8, ["place=city", "name=Lạng Sơn"]));
        string[] expected =
        [
            "buildings w8 POLYGON ((106.7 21.8, 106.8 21.8, 106.8 21.9, 106.7 21.9, 106.7 21.8)) building=yes amenity=school",
            "places n1 POINT (106.7 21.8) name=Lạng Sơn place=city",
            "pois w8 POINT (106.75 21.85) amenity=school",
            "roads w7 LINESTRING (106.7 21.8, 106.8 21.8, 106.8 21.9) name=Trần Đăng Ninh highway=primary",
        ];
        Assert.Equal(expected, Told(await ReadAsync(inOrder.Bytes())));
        Assert.Equal(expected, Told(await ReadAsync(shuffled.Bytes(packing: 1))));
    }

    [Fact]
    public async Task A_relation_becomes_an_area_with_its_hole_whichever_way_its_ways_run()
    {
        var read = await ReadAsync(new SomePbf()
            .Relation(5, [21, 20, 22], "type=multipolygon", "landuse=forest")
            .Way(20, [1, 2, 3]).Way(21, [1, 4, 3]).Way(22, [11, 12, 13, 14, 11]).Nodes(Square).Bytes());
        var row = Assert.Single(read.Rows);
        Assert.Equal(("r5", "landuse", 15.0), (row.Id!, row.Layer!, row.Geometry!.Area));
        Assert.True(row.Geometry.IsValid);
        Assert.Empty(read.Remarks);
    }

    [Fact]
    public async Task Rings_that_touch_or_share_a_side_make_the_area_they_bound()
    {
        // Two squares that share the side 2–3 are one rectangle; a third touches it in a corner.
        var read = await ReadAsync(new SomePbf()
            .Nodes([.. Square, (5, 8, 0, []), (6, 8, 4, []), (7, 12, 4, []), (8, 12, 8, []), (9, 8, 8, [])])
            .Way(20, [1, 2, 3, 4, 1]).Way(21, [2, 5, 6, 3, 2]).Way(22, [6, 7, 8, 9, 6]).Relation(5, [20, 21, 22], "type=multipolygon", "natural=water").Bytes());
        var area = Assert.Single(read.Rows).Geometry!;
        Assert.Equal((48.0, 2, true), (area.Area, area.NumGeometries, area.IsValid));
    }

    [Fact]
    public async Task What_the_file_holds_only_in_part_is_said()
    {
        var read = await ReadAsync(new SomePbf().Nodes(Square)
            .Way(20, [1, 2, 3]).Way(23, [1, 99, 2], "highway=path").Way(24, [98, 99], "highway=path").Relation(5, [20, 77], "type=boundary", "boundary=administrative").Bytes());
        Assert.Equal("w23", Assert.Single(read.Rows).Id);
        Assert.Equal(
            [
                "1 r5: Relation 5 was left out. Its ways do not close at 0.0000000,0.0000000: the file may hold only a part of it. 1 of its 2 ways are not in the file.",
                "1 w23: 2 ways name nodes that the file does not hold; they were drawn through the others; the first is way 23.",
                "1 w24: 1 ways have fewer than two places in this file and were left out; the first is way 24.",
            ],
            read.Of(Gravity.Warning));
    }

    [Fact]
    public async Task An_element_that_stands_twice_in_a_row_is_taken_once()
    {
        var read = await ReadAsync(new SomePbf().Nodes(Square).Nodes((20, 5, 5, ["place=town"]), (20, 6, 6, ["place=city"]))
            .Way(30, [1, 2], "highway=path").Way(30, [2, 3], "highway=path").Bytes());
        Assert.Equal(["places n20 POINT (5 5) place=town", "roads w30 LINESTRING (0 0, 4 0) highway=path"], Told(read));
        Assert.Equal("1 n20: 2 elements stand more than once; the first of each was taken. The first of them is n20.", Assert.Single(read.Of(Gravity.Warning)));
    }

    [Fact]
    public async Task A_file_cut_in_half_gives_not_one_row()
    {
        var whole = await File.ReadAllBytesAsync(TestFiles.Path("osm/monaco-latest.osm.pbf"), TestContext.Current.CancellationToken);
        Assert.Contains("the file was cut", await RefusedAsync(whole[..(whole.Length / 2)]), StringComparison.Ordinal);
        Assert.Contains("the file was cut", await RefusedAsync(whole[..^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_by_its_name()
    {
        var file = new SomePbf().Nodes(Square);
        Assert.Contains("packed with lz4", await RefusedAsync(file.Bytes(packing: 6)), StringComparison.Ordinal);
        Assert.Contains("not an OSM PBF file", await RefusedAsync("<osm/> and more"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("the feature \"Curves\"", await RefusedAsync(file.Feature("Curves").Bytes()), StringComparison.Ordinal);
        Assert.Contains("the history of its elements", await RefusedAsync(new SomePbf().Feature("HistoricalInformation").Bytes()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_is_read_or_refused_and_nothing_else_ever_happens()
    {
        var whole = new SomePbf().Nodes(Square).Way(20, [1, 2, 3, 4, 1], "building=yes").Way(22, [11, 12, 13, 14, 11])
            .Relation(5, [20, 22], "type=multipolygon", "landuse=forest").Bytes(packing: 1);
        var chance = new Random(7);
        var refused = 0;
        for (var i = 0; i < 300; i++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[chance.Next(damaged.Length)] = (byte)chance.Next(256);
            try
            {
                await ReadAsync(damaged);
            }
            catch (SourceRefusal)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 50, 299);
    }

    [Fact]
    public async Task Monaco_holds_what_GDAL_finds_in_it()
    {
        var path = TestFiles.Path("osm/monaco-latest.osm.pbf");
        await using var file = File.OpenRead(path);
        var read = await Read.AllAsync(PbfReader.ReadAsync(file, Path.GetTempPath(), OsmRules.Default, _ => { }, TestContext.Current.CancellationToken));
        var layers = read.Rows.ToLookup(r => r.Layer);
        Assert.All(read.Rows, r => Assert.False(r.Geometry!.IsEmpty));
        Assert.Equal(await Gdal.CountAsync(path, "points", "other_tags LIKE '%\"tourism\"=>\"artwork\"%'"), layers["pois"].Count(r => r.Id![0] == 'n' && (string?)r.Values.GetValueOrDefault("tourism") == "artwork"));
        Assert.Equal(await Gdal.CountAsync(path, "lines", "highway = 'primary'"), layers["roads"].Count(r => (string?)r.Values["highway"] == "primary"));
        Assert.Equal(await Gdal.CountAsync(path, "multipolygons", "building IS NOT NULL"), layers["buildings"].Count());
    }

    private static List<string> Told(Read read) =>
        [.. read.Rows.Select(r => $"{r.Layer} {r.Id} {r.Geometry!.AsText()} {string.Join(' ', r.Values.Select(v => $"{v.Key}={v.Value}"))}").Order(StringComparer.Ordinal)];

    private static async Task<string> RefusedAsync(byte[] bytes)
    {
        var refused = await Assert.ThrowsAsync<SourceRefusal>(() => ReadAsync(bytes));
        return refused.Message;
    }

    private static async Task<Read> ReadAsync(byte[] bytes)
    {
        var path = Path.Combine(Path.GetTempPath(), $"citymap-{Path.GetRandomFileName()}.pbf");
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, 4096, FileOptions.DeleteOnClose);
        return await Read.AllAsync(PbfReader.ReadAsync(file, Path.GetTempPath(), OsmRules.Default, _ => { }, TestContext.Current.CancellationToken));
    }
}
