using CityMap.Server.Demo;

namespace CityMap.Server.Tests.Demo;

/// <summary>What the demo remembers of itself beside its data.</summary>
public sealed class DemoNoteTests
{
    [Fact]
    public void Starting_over_where_nothing_was_started_is_no_mistake()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"citymap-never-{Path.GetRandomFileName()}");

        DemoNote.Remove(folder);

        Assert.False(Directory.Exists(folder));
    }
}
