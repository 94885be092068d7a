using CityMap.Geo.Storage;
using CsCheck;
using Xunit;

namespace CityMap.Geo.Tests.Storage;

public sealed class MomentsTests
{
    private static readonly Gen<DateTimeOffset> Any =
        Gen.Select(Gen.Long[0, DateTimeOffset.MaxValue.Ticks - TimeSpan.TicksPerDay], Gen.Int[-14, 14],
            (ticks, hours) => new DateTimeOffset(Math.Max(ticks, TimeSpan.TicksPerDay), TimeSpan.Zero).ToOffset(TimeSpan.FromHours(hours)));

    [Fact]
    public void What_is_written_is_read_back_to_the_microsecond() =>
        Any.Sample(moment => Assert.Equal(Moments.Cut(moment), Moments.Read(Moments.Write(moment))));

    [Fact]
    public void The_order_of_texts_is_the_order_of_times() =>
        Gen.Select(Any, Any).Sample((a, b) =>
            Assert.Equal(Math.Sign(Moments.Cut(a).CompareTo(Moments.Cut(b))), Math.Sign(string.CompareOrdinal(Moments.Write(a), Moments.Write(b)))));

    [Fact]
    public void A_moment_is_written_in_UTC_with_six_digits() =>
        Assert.Equal("2026-03-01T17:30:05.012345Z", Moments.Write(new DateTimeOffset(2026, 3, 2, 0, 30, 5, TimeSpan.FromHours(7)).AddTicks(123459)));

    [Theory]
    [InlineData("")]
    [InlineData("2026-03-01")]
    [InlineData("2026-03-01T17:30:05.01234xZ")]
    [InlineData("2026-03-01T17:30:05.012345+")]
    public void Another_text_is_no_moment(string text) => Assert.Throws<FormatException>(() => Moments.Read(text));
}
