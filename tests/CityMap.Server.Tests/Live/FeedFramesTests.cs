using System.Text;
using System.Text.Json;
using CityMap.Geo.Journal;
using CityMap.Server.Live;
using CityMap.Server.Ogc.Editing;

namespace CityMap.Server.Tests.Live;

/// <summary>What a change of a static layer is called in the feed.</summary>
public sealed class FeedFramesTests
{
    [Theory]
    [InlineData(LayerEvent.Kind, "layer/wells", "import")]
    [InlineData(LayerEvent.Described, "layer-card/wells", "description")]
    [InlineData(EditEntries.Replaced, "feature/wells/a", "edit")]
    public void A_layer_event_names_what_happened(string kind, string stream, string member)
    {
        var now = TimeProvider.System.GetUtcNow();
        var frame = Encoding.UTF8.GetString(FeedFrames.Layer(new JournalEntry(7, stream, 1, kind, now, now, "Lan", """{"a":1}""")));
        var data = JsonElement.Parse(frame[(frame.IndexOf("data: ", StringComparison.Ordinal) + 6)..].Trim());
        Assert.Equal(["layer", "seq", member], data.EnumerateObject().Select(one => one.Name));
        Assert.Equal("wells", data.GetProperty("layer").GetString());
    }
}
