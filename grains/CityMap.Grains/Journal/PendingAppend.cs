using CityMap.Geo.Journal;

namespace CityMap.Grains.Journal;

/// <summary>One append between the moment it is queued and the moment its caller is told.</summary>
internal sealed class PendingAppend(Append append) : TaskCompletionSource<AppendOutcome>
{
    private const int Queued = 0;
    private const int Taken = 1;
    private const int Dropped = 2;

    private int _stage;
    private CancellationTokenRegistration _registration;

    public Append Append { get; } = append;

    /// <summary>Lets the caller give up for as long as nobody has taken the append.</summary>
    public void DropOn(CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled) return;
        _registration = cancellationToken.UnsafeRegister(
            static (state, token) =>
            {
                var pending = (PendingAppend)state!;
                if (Interlocked.CompareExchange(ref pending._stage, Dropped, Queued) == Queued) pending.TrySetCanceled(token);
            },
            this);
    }

    /// <summary>Takes it into a batch; from here on only the store decides. False when the caller gave up before.</summary>
    public bool TryTake()
    {
        var taken = Interlocked.CompareExchange(ref _stage, Taken, Queued) == Queued;
        _registration.Dispose();
        return taken;
    }
}
