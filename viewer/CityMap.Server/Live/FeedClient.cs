using System.IO.Pipelines;

namespace CityMap.Server.Live;

/// <summary>
/// One open connection: a filter, a cursor into the shared log, and at most one write under way. Nothing is queued for it.
/// Only the pump touches it after it has joined.
/// </summary>
internal sealed class FeedClient(FeedFilter filter, PipeWriter output, Action abort, TimeProvider time)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _writing = Task.CompletedTask;
    private long _writtenAt = time.GetTimestamp();

    /// <summary>What it wants to hear.</summary>
    public FeedFilter Filter => filter;

    /// <summary>Everything up to this sequence number has been written or concerned it not.</summary>
    public long Cursor { get; set; }

    /// <summary>Completes when nothing more will be written.</summary>
    public Task Done => _done.Task;

    /// <summary>True while the last write has not been taken by the connection.</summary>
    public bool IsBusy => !_writing.IsCompleted;

    /// <summary>How long ago the last write began.</summary>
    public TimeSpan Quiet => time.GetElapsedTime(_writtenAt);

    /// <summary>Writes before the client has joined the pump.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (bytes.IsEmpty) return;
        _writtenAt = time.GetTimestamp();
        Look(await output.WriteAsync(bytes, cancellationToken));
    }

    /// <summary>Starts a write. The bytes must not change afterwards.</summary>
    public void Write(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        _writtenAt = time.GetTimestamp();
        ValueTask<FlushResult> write;
        try
        {
            write = output.WriteAsync(bytes, cancellationToken);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The connection is gone; its handler finds out the same way.
            _done.TrySetResult();
            return;
        }

        if (write.IsCompletedSuccessfully) Look(write.GetAwaiter().GetResult());
        else _writing = FinishAsync(write);
    }

    /// <summary>Ends the connection after what was written.</summary>
    public void End() => _done.TrySetResult();

    /// <summary>Cuts the connection: what it has not taken is lost, and it resumes by its last id.</summary>
    public void Cut()
    {
        abort();
        _done.TrySetResult();
    }

    /// <summary>Waits for the write under way.</summary>
    public Task SettleAsync() => _writing;

    private async Task FinishAsync(ValueTask<FlushResult> write)
    {
        try
        {
            Look(await write);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            _done.TrySetResult();
        }
    }

    private void Look(FlushResult result)
    {
        if (result.IsCompleted || result.IsCanceled) _done.TrySetResult();
    }
}
