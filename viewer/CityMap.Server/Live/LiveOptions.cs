namespace CityMap.Server.Live;

/// <summary>How the live feed behaves. The defaults are the measured ones; tests make them smaller.</summary>
public sealed class LiveOptions
{
    /// <summary>How long changes are gathered before one write per client.</summary>
    public TimeSpan Tick { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long they are gathered at most when flushing itself takes long.</summary>
    public TimeSpan LongestTick { get; set; } = TimeSpan.FromMilliseconds(26);

    /// <summary>How long a client hears nothing before it gets a heartbeat.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often the journal's head is looked at: a lost last message shows no gap.</summary>
    public TimeSpan HeadPoll { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a missing number is waited for before it is read from the journal.</summary>
    public TimeSpan GapGrace { get; set; } = TimeSpan.FromMilliseconds(30);

    /// <summary>
    /// How many commits the shared log holds at most. Small: what it holds under load survives collections and is moved by each of them, and
    /// who needs older ones reads the journal.
    /// </summary>
    public int LogItems { get; set; } = 2_048;

    /// <summary>How many bytes (estimated) the shared log holds at most.</summary>
    public long LogBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>How many journal entries a resuming client may be behind before it is told to start over.</summary>
    public int CatchUpEntries { get; set; } = 10_000;

    /// <summary>How long one write to a client may take before the connection is cut.</summary>
    public TimeSpan StuckAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many clients one node serves.</summary>
    public int MaxClients { get; set; } = 20_000;
}
