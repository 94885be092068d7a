using System.Globalization;
using System.IO.Compression;
using System.Text;
using CityMap.Geo.Formats.Gpx;
using CityMap.Geo.Formats.Rows;
using NetTopologySuite.Geometries;
using Xunit;

namespace CityMap.Geo.Tests.Formats.Gpx;

public sealed class GpxReaderTests
{
    [Fact]
    public async Task Waypoints_routes_and_tracks_are_layers_with_their_times()
    {
        var read = await ReadAsync("""
            <metadata><name>Tuần tra</name></metadata>
            <wpt lat="21.85" lon="106.76"><ele>268.5</ele><time>2024-05-01T01:00:00Z</time><name>Cột mốc 1088</name><link href="http://x"/><extensions><a>1</a></extensions></wpt>
            <rte><name>Tuyến 1</name><rtept lat="21.8" lon="106.7"/><rtept lat="21.9" lon="106.8"/></rte>
            <trk><name>Ca sáng</name>
              <trkseg><trkpt lat="1" lon="2"><ele>5</ele><time>2024-05-01T01:00:00Z</time></trkpt><trkpt lat="2" lon="3"><time>2024-05-01T01:05:00Z</time></trkpt></trkseg>
              <trkseg><trkpt lat="3" lon="4"/></trkseg>
              <trkseg><trkpt lat="3" lon="4"/><trkpt lat="4" lon="5"><time>2024-05-01T02:00:00Z</time></trkpt></trkseg>
            </trk>
            """);
        Assert.Equal(["waypoints", "routes", "tracks"], read.Rows.Select(r => r.Layer));
        Assert.Equal("ele=268.5 time=2024-05-01T01:00:00Z name=Cột mốc 1088", string.Join(' ', read.Rows[0].Values.Select(v => $"{v.Key}={v.Value}")));
        Assert.Equal(new Coordinate(106.76, 21.85), read.Rows[0].Geometry!.Coordinate);
        Assert.Equal("MULTILINESTRING ((2 1, 3 2), (4 3, 5 4))", read.Rows[2].Geometry!.AsText());
        Assert.Equal(("2024-05-01T01:00:00Z", "2024-05-01T02:00:00Z"), ((string)read.Rows[2].Values["begin"]!, (string)read.Rows[2].Values["end"]!));
        Assert.Equal(
            ["7 trkseg: A segment of a single position was left out.", "6 ele: The elevations of 1 positions of lines were dropped: a layer keeps longitude and latitude."],
            read.Of(Gravity.Warning));
    }

    [Fact]
    public async Task What_has_no_place_is_named_and_the_next_is_read()
    {
        var read = await ReadAsync("""
            <wpt lat="21.85"/>
            <wpt lat="hai" lon="1"><name>x</name></wpt>
            <wpt lat="106.7" lon="21.8"><name>x</name></wpt>
            <rte><rtept lat="1" lon="1"/></rte>
            <trk/>
            <wpt lat="1" lon="1"/>
            """);
        Assert.Equal(
            [
                "2 wpt.lon: The attribute lon is missing.",
                "3 wpt.lat: \"hai\" is not a number of degrees.",
                "4 wpt: The latitude 106.7 is outside −90 to 90. Longitude comes first: did you mean lon 106.7, lat 21.8?",
                "5 rte: A line needs two positions or more, it holds 1.",
                "6 trk: The track holds no segment of two positions or more.",
            ],
            read.Of(Gravity.Bad));
        Assert.Equal("6", Assert.Single(read.Rows).Id);
    }

    [Theory]
    [InlineData("<kml/>", "Expected the element gpx, found kml: this is not GPX.")]
    [InlineData("<gpx><wpt lat=\"1\" lon=\"1\"><name>half", "not well-formed XML")]
    [InlineData("<!DOCTYPE gpx [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><gpx/>", "declares a document type")]
    public async Task A_file_that_cannot_be_read_ends_with_one_fatal_remark(string text, string reason)
    {
        var read = await Read.AllAsync(GpxReader.ReadAsync(Read.Text(text), TestContext.Current.CancellationToken));
        Assert.Contains(reason, Assert.Single(read.Of(Gravity.Fatal)), StringComparison.Ordinal);
        Assert.Empty(read.Rows);
    }

    [Fact]
    public async Task A_real_taxi_track_keeps_every_position_and_its_first_and_last_time()
    {
        await using var packed = File.OpenRead(TestFiles.Path("tracks/new_abboip.txt.gz"));
        await using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var lines = new StreamReader(unpacked);
        var text = new StringBuilder("<gpx xmlns=\"http://www.topografix.com/GPX/1/1\" version=\"1.1\"><trk><trkseg>\n");
        var count = 0;
        var times = new List<string>();
        while (await lines.ReadLineAsync() is { } line)
        {
            var parts = line.Split(' ');
            times.Add(DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[3], CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            text.Append(CultureInfo.InvariantCulture, $"<trkpt lat=\"{parts[0]}\" lon=\"{parts[1]}\"><time>{times[^1]}</time></trkpt>\n");
            count++;
        }

        var row = Assert.Single((await Read.AllAsync(GpxReader.ReadAsync(Read.Text(text + "</trkseg></trk></gpx>"), TestContext.Current.CancellationToken))).Rows);
        Assert.Equal(count, row.Geometry!.NumPoints);
        Assert.Equal((times[0], times[^1], (long)count), ((string)row.Values["begin"]!, (string)row.Values["end"]!, (long)row.Values["positions"]!));
    }

    private static async Task<Read> ReadAsync(string body) =>
        await Read.AllAsync(GpxReader.ReadAsync(Read.Text($"<gpx xmlns=\"http://www.topografix.com/GPX/1/1\" version=\"1.1\">\n{body}</gpx>"), TestContext.Current.CancellationToken));
}
