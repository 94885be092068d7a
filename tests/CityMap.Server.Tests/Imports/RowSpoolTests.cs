using CityMap.Geo.Formats.Rows;
using CityMap.Server.Imports;
using NetTopologySuite.IO;

namespace CityMap.Server.Tests.Imports;

/// <summary>Rows that wait on disk between being read and being stored.</summary>
public sealed class RowSpoolTests
{
    private readonly ImportPlan _plan = new(null);

    [Theory]
    [InlineData("POINT (106.76 21.85)")]
    [InlineData("LINESTRING (106 21, 107 22)")]
    [InlineData("POLYGON ((106 21, 107 21, 107 22, 106 21), (106.5 21.2, 106.6 21.2, 106.6 21.3, 106.5 21.2))")]
    [InlineData("GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))")]
    [InlineData(null)]
    public void A_row_comes_back_as_it_was(string? shape)
    {
        using var spool = new RowSpool(Path.GetTempPath());
        var row = new SourceRow(7, "Đ-1", shape is null ? null : new WKTReader().Read(shape), new Dictionary<string, object?>
        {
            ["tên"] = "Cột đèn số 1",
            ["rỗng"] = null,
            ["số"] = -5L,
            ["cao"] = 7.25,
            ["sáng"] = true,
            ["hỏng"] = false,
        });
        spool.Put(3, "Đ-1", row, _plan);
        spool.Seal();

        var kept = Assert.Single(spool.Rows());

        Assert.Equal((3, "Đ-1", 0L), (kept.Layer, kept.Id, kept.Place));
        Assert.Equal(row.Geometry?.AsText(), kept.Geometry?.AsText());
        Assert.Equal(4326, kept.Geometry?.SRID ?? 4326);
        Assert.Equal(row.Values.Select(value => (_plan.ColumnOf(value.Key), value.Value)), kept.Values);
    }

    [Fact]
    public void Rows_keep_their_order_and_the_head_of_each_is_found_where_it_lies()
    {
        using var spool = new RowSpool(Path.GetTempPath());
        var places = Enumerable.Range(0, 1_000).Select(number => spool.Put(number % 4, $"r{number}", new(number, null, null, new Dictionary<string, object?>()), _plan)).ToList();
        spool.Seal();

        Assert.Equal(places, spool.Rows().Select(row => row.Place));
        Assert.Equal((3, "r707"), spool.HeadAt(places[707]));
        Assert.Equal((0, "r12"), spool.HeadAt(places[12]));
    }

    [Fact]
    public void A_value_that_no_reader_gives_is_refused()
    {
        using var spool = new RowSpool(Path.GetTempPath());

        Assert.Throws<ArgumentException>(() => spool.Put(0, "1", new(1, null, null, new Dictionary<string, object?> { ["a"] = 1.5m }), _plan));
    }
}
