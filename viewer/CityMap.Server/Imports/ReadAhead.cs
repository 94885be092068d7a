using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace CityMap.Server.Imports;

/// <summary>Works something out beside its use: while some of it is used, the next is made.</summary>
internal static class ReadAhead
{
    private const int Waiting = 2;

    /// <summary>The same items in the same order.</summary>
    /// <param name="items">What makes them; it runs on a thread of its own, at most two items ahead.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async IAsyncEnumerable<T> Of<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channel = Channel.CreateBounded<T>(new BoundedChannelOptions(Waiting) { SingleReader = true, SingleWriter = true });
        var making = Task.Run(() => MakeAsync(items, channel.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(cancellationToken)) yield return item;
        }
        finally
        {
            // Whoever stops early waits until nobody reads the file any more.
            await stop.CancelAsync();
            await making;
        }
    }

    private static async Task MakeAsync<T>(IAsyncEnumerable<T> items, ChannelWriter<T> made, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var item in items.WithCancellation(cancellationToken)) await made.WriteAsync(item, cancellationToken);
            made.Complete();
        }
        catch (Exception error)
        {
            made.Complete(error);
        }
    }
}
