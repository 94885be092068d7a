namespace CityMap.Geo.Journal;

/// <summary>What became of one <see cref="Append"/>.</summary>
public abstract record AppendOutcome
{
    private AppendOutcome() { }

    /// <summary>Durable.</summary>
    /// <param name="Entries">The entries with their numbers.</param>
    public sealed record Committed(IReadOnlyList<JournalEntry> Entries) : AppendOutcome;

    /// <summary>Somebody was first: nothing of this append was stored.</summary>
    /// <param name="ActualVersion">The version the stream has.</param>
    public sealed record VersionConflict(long ActualVersion) : AppendOutcome;

    /// <summary>This key was used before with the same body: nothing new was stored.</summary>
    /// <param name="Answer">What was answered the first time.</param>
    /// <param name="Stream">The stream it was about.</param>
    public sealed record Repeated(string Stream, string? Answer) : AppendOutcome;

    /// <summary>This key was used before with another body: nothing was stored.</summary>
    public sealed record KeyReused : AppendOutcome;

    /// <summary>The store would not take it (a time that goes back, an unknown layer, a value of the wrong type): its neighbours were stored.</summary>
    /// <param name="Reason">One sentence.</param>
    public sealed record Refused(string Reason) : AppendOutcome;
}
