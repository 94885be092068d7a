using CityMap.Server.Cli.Replay;

namespace CityMap.Server.Tests.Replay;

public sealed class ReplayStoryTests
{
    private static readonly ReplayRow First = new(
        1, DateTimeOffset.UnixEpoch, null, "fire-1", ReplayKind.Listed, -120.5, 38.1, "FIRE", 4, "Creek Fire", null, "CAL FIRE",
        new Dictionary<string, string> { ["AcresBurned"] = "10" });

    [Fact]
    public void A_row_that_changes_nothing_becomes_no_call() => Assert.Empty(Names(First with { Line = 2 }));

    [Fact]
    public void Each_change_becomes_the_command_that_says_it()
    {
        var changed = First with { Title = "Creek Complex", Lat = 38.2, Watched = new Dictionary<string, string> { ["AcresBurned"] = "25" } };
        Assert.Equal(["correct", "move", "note"], Names(changed));
    }

    [Fact]
    public void A_source_that_stops_listing_claims_a_fix_but_verifies_nothing()
    {
        Assert.Equal(["receive", "assign", "start", "claimFix"], Names(First with { Kind = ReplayKind.Gone }));
    }

    [Fact]
    public void What_is_gone_twice_is_gone_once_and_what_returns_is_reopened()
    {
        var gone = First with { Kind = ReplayKind.Gone };
        Assert.Empty(Names(gone, gone));
        Assert.Equal(["reopen"], Names(gone, First with { Line = 9 }));
        Assert.Equal(["assign", "start", "claimFix"], Names(gone, First with { Line = 9 }, gone));
    }

    private static List<string?> Names(params ReplayRow[] rows)
    {
        var story = new ReplayStory { Id = "x" };
        story.Played(First);
        List<string?> last = [];
        foreach (var row in rows)
        {
            last = [.. story.Next(row).Select(c => c.Command)];
            story.Played(row);
        }

        return last;
    }
}
