using System.Buffers;
using System.Collections.Concurrent;
using System.Threading.Channels;
using CityMap.Geo.Journal;
using CityMap.Server.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CityMap.Bench.Fanout;

/// <summary>
/// The reference: a queue per client and a flush per event, as most servers of server-sent events do it. Serialising and filtering are
/// the same as ours: an event's bytes are made once for everybody.
/// </summary>
internal sealed class FanoutReference(FeedShapes shapes)
{
    private readonly ConcurrentDictionary<Channel<FeedItem>, byte> _clients = new();

    /// <summary>How many listen.</summary>
    public int Clients => _clients.Count;

    /// <summary>Maps the same route.</summary>
    public void Map(WebApplication app) => app.MapGet("/api/live", (RequestDelegate)ListenAsync);

    /// <summary>Hands an event to every client.</summary>
    public void Committed(Commit commit)
    {
        var item = new FeedItem("bench", commit.Sequence, FeedEvents.Of(commit, [new(true, null)], shapes));
        foreach (var (client, _) in _clients) client.Writer.TryWrite(item);
    }

    private async Task ListenAsync(HttpContext context)
    {
        var filter = LiveRequest.Parse(context.Request, DateTimeOffset.UnixEpoch).Filter;
        var queue = Channel.CreateUnbounded<FeedItem>(new() { SingleReader = true });
        context.Response.ContentType = "text/event-stream";
        await context.Response.StartAsync(context.RequestAborted);
        await context.Response.BodyWriter.WriteAsync(FeedFrames.Hello("bench", 0), context.RequestAborted);
        _clients.TryAdd(queue, 0);
        try
        {
            var bytes = new ArrayBufferWriter<byte>();
            await foreach (var item in queue.Reader.ReadAllAsync(context.RequestAborted))
            {
                bytes.ResetWrittenCount();
                item.WriteTo(bytes, filter);
                if (bytes.WrittenCount > 0) await context.Response.BodyWriter.WriteAsync(bytes.WrittenMemory, context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The listener went away.
        }
        finally
        {
            _clients.TryRemove(queue, out _);
        }
    }
}
