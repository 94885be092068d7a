using CityMap.Geo.Layers;
using CityMap.Grains.Districts.Trends;
using CsCheck;

namespace CityMap.Grains.Tests.Districts;

/// <summary>How open incidents came and went.</summary>
public sealed class TrendTests
{
    private static readonly DateTimeOffset _start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_stays_open_where_it_is_moves_nothing()
    {
        var stays = Stays((0, 10, "a"), (10, 25, "a"), (25, 40, "b"), (50, null, "b"));

        Assert.Equal([(0, true), (25, false)], Moves(stays, "a"));
        Assert.Equal([(25, true), (40, false), (50, true)], Moves(stays, "b"));
        Assert.Equal("b", Assert.Single(stays.Open).Value);
    }

    [Fact]
    public void What_happens_at_a_moment_belongs_to_what_ends_with_it()
    {
        var moves = DistrictMoves.Of([(10, true), (20, true), (20, false), (30, false)]);
        var trend = moves.Over("a", [10, 20, 30]);

        Assert.Equal([1, 1, 0], trend.Open);
        Assert.Equal([1, 0], trend.Opened);
        Assert.Equal([1, 1], trend.Closed);
    }

    [Fact]
    public void Figures_add_up_and_the_order_of_arrival_does_not_matter() => Gen.Select(
        Gen.Select(Gen.Long[0, 100], Gen.Bool).List[0, 60], Gen.Long[0, 100].Array[2, 12]).Sample((moves, times) =>
    {
        var moments = times.Distinct().Order().ToArray();
        if (moments.Length < 2) return;
        var one = new DistrictMoves();
        foreach (var (at, came) in moves) one.Add(at, came);
        var (trend, again) = (one.Over("a", moments), DistrictMoves.Of([.. moves]).Over("a", moments));

        Assert.Equal(trend.Open, again.Open);
        Assert.Equal(trend.Opened, again.Opened);
        for (var i = 0; i < moments.Length; i++)
        {
            Assert.Equal(moves.Where(m => m.Item1 <= moments[i]).Sum(m => m.Item2 ? 1 : -1), trend.Open[i]);
            if (i > 0) Assert.Equal(trend.Open[i - 1] + trend.Opened[i - 1] - trend.Closed[i - 1], trend.Open[i]);
        }
    });

    private static OpenStays Stays(params (int From, int? Until, string District)[] versions)
    {
        var stays = new OpenStays();
        var id = Guid.CreateVersion7().ToString();
        foreach (var (from, until, district) in versions)
        {
            stays.Read(new FeatureSpan(id, _start.AddMinutes(from), until is { } end ? _start.AddMinutes(end) : null, [district]));
        }

        stays.End();
        return stays;
    }

    private static IEnumerable<(int Minute, bool Came)> Moves(OpenStays stays, string areaId) => stays.Moves.Single(moves => moves.AreaId == areaId)
        .Moves.Select(move => ((int)TimeSpan.FromTicks(move.At - _start.UtcTicks).TotalMinutes, move.Came));
}
