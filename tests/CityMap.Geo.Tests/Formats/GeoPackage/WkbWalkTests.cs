using CityMap.Geo.Formats.GeoPackage;
using NetTopologySuite.IO;
using Xunit;

namespace CityMap.Geo.Tests.Formats.GeoPackage;

public sealed class WkbWalkTests
{
    [Theory]
    [InlineData("POINT EMPTY")]
    [InlineData("POINT (1 2)")]
    [InlineData("LINESTRING Z (1 2 3, 4 5 6)")]
    [InlineData("LINESTRING EMPTY")]
    [InlineData("POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2))")]
    [InlineData("MULTIPOINT ((1 2), (3 4))")]
    [InlineData("MULTIPOLYGON (((0 0, 0 1, 1 1, 0 0)), ((5 5, 5 6, 6 6, 5 5)))")]
    [InlineData("GEOMETRYCOLLECTION EMPTY")]
    [InlineData("GEOMETRYCOLLECTION (GEOMETRYCOLLECTION (POINT (1 2), LINESTRING ZM (1 2 3 4, 5 6 7 8)), GEOMETRYCOLLECTION EMPTY, MULTILINESTRING ((1 2, 3 4)))")]
    public void What_the_reader_reads_passes_whole_and_nothing_that_is_cut(string wkt)
    {
        var shape = new WKTReader().Read(wkt);
        shape.SRID = 4326;
        foreach (var order in (ByteOrder[])[ByteOrder.LittleEndian, ByteOrder.BigEndian])
        {
            foreach (var strict in (bool[])[false, true])
            {
                var wkb = new WKBWriter(order, handleSRID: !strict, emitZ: true, emitM: true) { Strict = strict }.Write(shape);
                WkbWalk.Check(wkb);
                for (var length = 0; length < wkb.Length; length++) Assert.Throws<FormatException>(() => WkbWalk.Check(wkb.AsSpan(0, length)));
            }
        }
    }

    [Theory]
    [InlineData("0102000000FFFFFF7F")]
    [InlineData("0103000000FFFFFF7F")]
    [InlineData("0103000000FFFFFFFF")]
    [InlineData("0107000000FFFFFF7F")]
    [InlineData("0109000000")]
    [InlineData("")]
    public void What_says_that_it_holds_more_than_it_does_is_refused(string wkb) =>
        Assert.Throws<FormatException>(() => WkbWalk.Check(Convert.FromHexString(wkb)));
}
