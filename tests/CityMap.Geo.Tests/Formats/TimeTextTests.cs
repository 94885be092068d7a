using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Layers;
using Xunit;

namespace CityMap.Geo.Tests.Formats;

public sealed class TimeTextTests
{
    private static readonly TimeZoneInfo Seattle = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    [Theory]
    [InlineData("2026-11-23T14:05:00Z", "2026-11-23T14:05:00Z")]
    [InlineData("2026-11-23T14:05:00+07:00", "2026-11-23T07:05:00Z")]
    [InlineData("2026-11-23 14:05:00.5+07:00", "2026-11-23T07:05:00.5Z")]
    public void A_time_with_an_offset_needs_no_zone(string text, string expected)
    {
        Assert.True(new TimeText(null).TryRead(text, out var time, out _));
        Assert.Equal(DateTimeOffset.Parse(expected, null), time);
    }

    [Fact]
    public void A_time_without_an_offset_asks_for_the_zone()
    {
        Assert.False(new TimeText(null).TryRead("2026-11-23 14:05", out _, out var reason));
        Assert.Contains("--tz", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12/30/15 20:42", "2015-12-31T04:42:00Z")]
    [InlineData("6/22/15 19:47", "2015-06-23T02:47:00Z")]
    [InlineData("11/1/15 1:30", "2015-11-01T08:30:00Z")]
    [InlineData("3/8/15 2:30", "2015-03-08T10:30:00Z")]
    public void A_column_with_the_month_first_is_read_in_its_zone_even_where_clocks_change(string text, string expected)
    {
        var times = new TimeText(Seattle);
        times.Learn(["12/30/15 20:42", "1/5/15 13:43"]);
        Assert.True(times.TryRead(text, out var time, out _));
        Assert.Equal(DateTimeOffset.Parse(expected, null), time);
    }

    [Fact]
    public void Vietnam_writes_the_day_first()
    {
        var times = new TimeText(TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"));
        Assert.True(times.TryRead("05/11/2026 08:00", out var time, out _));
        Assert.Equal(DateTimeOffset.Parse("2026-11-05T01:00:00Z", null), time);
    }

    [Theory]
    [InlineData(FieldType.Integer, "1", "-20")]
    [InlineData(FieldType.Real, "1", "2.5")]
    [InlineData(FieldType.Text, "05977", "05978")]
    [InlineData(FieldType.Text, "1", "x")]
    [InlineData(FieldType.Boolean, "true", "false")]
    [InlineData(FieldType.Timestamp, "2026-01-01T00:00:00Z", "2026-01-02T00:00:00+07:00")]
    public void A_column_gets_the_narrowest_type_that_holds_all_its_values(FieldType expected, params string[] values)
    {
        var guess = new FieldGuess(new TimeText(null));
        foreach (var value in values) guess.Look(value);
        Assert.Equal(expected, guess.Type);
    }
}
