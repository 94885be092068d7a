using System.Buffers;
using CityMap.Geo.Journal;
using Microsoft.Extensions.Options;

namespace CityMap.Server.Live;

/// <summary>Brings a client that resumes before the beginning of the log up to it, from the journal, within bounds.</summary>
internal sealed class FeedCatchUp(JournalReader reader, FeedLog log, FeedShapes shapes, IOptions<LiveOptions> options)
{
    /// <summary>
    /// Reads and writes what a client missed, until the log takes over. Only the last change of each feature is told, and what fails
    /// the filter is told as gone: the journal does not say whether the client knew it.
    /// </summary>
    /// <param name="epoch">The epoch of positions.</param>
    /// <param name="after">The client's position.</param>
    /// <param name="filter">What it wants.</param>
    /// <param name="write">Writes bytes to it.</param>
    /// <param name="cancellationToken">The client went away.</param>
    /// <returns>The position reached, at or after the beginning of the log; null when the client is too far behind.</returns>
    public async Task<long?> RunAsync(
        string epoch, long after, FeedFilter filter, Func<ReadOnlyMemory<byte>, Task> write, CancellationToken cancellationToken)
    {
        if (log.Head - after > options.Value.CatchUpEntries) return null;
        for (var base_ = log.Base; after < base_; base_ = log.Base)
        {
            var commits = await reader.ReadAsync(after, base_, cancellationToken);
            if (commits.Count == 0) return null;
            await write(Render(epoch, commits, filter));
            after = commits[^1].Sequence;
        }

        return after;
    }

    private ReadOnlyMemory<byte> Render(string epoch, IReadOnlyList<Commit> commits, FeedFilter filter)
    {
        var latest = new Dictionary<(string, string), long>();
        foreach (var commit in commits)
        {
            foreach (var change in commit.Changes) latest[(change.Layer, change.Id)] = commit.Sequence;
        }

        var output = new ArrayBufferWriter<byte>();
        foreach (var commit in commits)
        {
            var last = commit with { Changes = [.. commit.Changes.Where(c => latest[(c.Layer, c.Id)] == commit.Sequence)] };
            new FeedItem(epoch, commit.Sequence, FeedEvents.Of(last, [], shapes)).WriteTo(output, filter);
        }

        return output.WrittenMemory;
    }
}
