using CityMap.Grains.Contracts.Incidents;

namespace CityMap.Grains.Incidents;

/// <summary>Overdue and due soon: computed whenever they are asked for, never stored.</summary>
public static class Deadlines
{
    private static readonly TimeSpan LeastWarning = TimeSpan.FromHours(1);

    /// <summary>True for an open incident whose deadline has passed.</summary>
    public static bool IsOverdue(bool open, DateTimeOffset dueAt, DateTimeOffset now) => open && dueAt < now;

    /// <summary>True for an open incident whose deadline comes within a fifth of its allowance, at least an hour.</summary>
    /// <param name="open">Whether it is open.</param>
    /// <param name="severity">1 to 5; decides the allowance.</param>
    /// <param name="dueAt">Its deadline.</param>
    /// <param name="now">The clock, or the moment the caller looks at.</param>
    /// <param name="options">The allowances.</param>
    public static bool IsDueSoon(bool open, long severity, DateTimeOffset dueAt, DateTimeOffset now, DeadlineOptions options)
    {
        var warning = options.For(severity) / 5;
        return open && dueAt >= now && dueAt - now <= (warning > LeastWarning ? warning : LeastWarning);
    }

    /// <inheritdoc cref="IsOverdue(bool, DateTimeOffset, DateTimeOffset)"/>
    public static bool IsOverdue(this IncidentSnapshot incident, DateTimeOffset now) => IsOverdue(incident.Open, incident.DueAt, now);

    /// <inheritdoc cref="IsDueSoon(bool, long, DateTimeOffset, DateTimeOffset, DeadlineOptions)"/>
    public static bool IsDueSoon(this IncidentSnapshot incident, DateTimeOffset now, DeadlineOptions options) =>
        IsDueSoon(incident.Open, incident.Severity, incident.DueAt, now, options);
}
