using CityMap.Geo.Journal;

namespace CityMap.Server.Live;

/// <summary>Makes the feed's events out of a commit.</summary>
internal static class FeedEvents
{
    /// <summary>The events, features first; none when the commit concerns nobody.</summary>
    /// <param name="commit">What became durable.</param>
    /// <param name="before">How each changed feature was; empty when nobody can tell.</param>
    /// <param name="shapes">How features are written.</param>
    public static IReadOnlyList<FeedEvent> Of(Commit commit, IReadOnlyList<FeatureState> before, FeedShapes shapes)
    {
        var events = new List<FeedEvent>(commit.Changes.Count);
        for (var i = 0; i < commit.Changes.Count; i++)
        {
            var change = commit.Changes[i];
            var was = before.Count == 0 ? FeatureState.Unknown : before[i];
            events.Add(new FeatureEvent(shapes, commit.Sequence, change.Layer, change.Id, was, change.After));
        }

        foreach (var entry in commit.Entries)
        {
            if (entry.Kind == NoticeEvent.Kind) events.Add(new NoticeEvent(entry));
            else if (LayerEvent.Tells(entry.Kind)) events.Add(new LayerEvent(entry));
        }

        return events;
    }
}
