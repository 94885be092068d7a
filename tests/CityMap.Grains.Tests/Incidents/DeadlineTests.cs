using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Incidents;

namespace CityMap.Grains.Tests.Incidents;

/// <summary>Overdue and due soon are computed.</summary>
public sealed class DeadlineTests
{
    private static readonly DeadlineOptions Options = new();

    [Fact]
    public void An_open_incident_is_overdue_once_its_deadline_has_passed()
    {
        var incident = Some.Incident();
        Assert.False(incident.IsOverdue(incident.DueAt));
        Assert.True(incident.IsOverdue(incident.DueAt.AddTicks(10)));
        Assert.False((incident with { State = IncidentState.Closed }).IsOverdue(incident.DueAt.AddDays(1)));
    }

    [Theory]
    [InlineData(2, 34)]
    [InlineData(3, 15)]
    [InlineData(5, 5)]
    public void The_last_fifth_of_the_allowance_is_due_soon(int severity, int hours)
    {
        var due = Some.Now.AddDays(30);
        Assert.False(Deadlines.IsDueSoon(true, severity, due, due.AddHours(-hours), Options));
        Assert.True(Deadlines.IsDueSoon(true, severity, due, due.AddHours(-hours + 1), Options));
        Assert.False(Deadlines.IsDueSoon(true, severity, due, due.AddSeconds(1), Options));
    }

    [Fact]
    public void The_warning_comes_at_least_an_hour_before()
    {
        var due = Some.Now.AddDays(1);
        var hurried = new DeadlineOptions { Urgent = TimeSpan.FromHours(2) };
        Assert.True(Deadlines.IsDueSoon(true, 5, due, due.AddHours(-1), hurried));
        Assert.False(Deadlines.IsDueSoon(true, 5, due, due.AddMinutes(-61), hurried));
    }
}
