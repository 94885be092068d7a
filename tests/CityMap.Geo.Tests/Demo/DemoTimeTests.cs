using System.Runtime.CompilerServices;
using CityMap.Geo.Demo;
using CityMap.Geo.Demo.Incidents;
using CityMap.Geo.Demo.Scenario;
using Xunit;

namespace CityMap.Geo.Tests.Demo;

public sealed class DemoTimeTests
{
    [Fact]
    public void The_past_is_lawful()
    {
        var count = 0;
        foreach (var incident in Cities.Pilot.History)
        {
            count++;
            var (state, at) = (Lifecycle.Start, incident.Report.OccurredAt);
            foreach (var step in incident.Steps)
            {
                state = Lifecycle.Next(state, step.Command);
                Assert.NotNull(state);
                Assert.True(step.At >= at, "Time went back.");
                Assert.Equal(step.Command == "assign", step.Agency is not null);
                at = step.At;
            }

            Assert.True(at <= Cities.Now);
            Assert.InRange(incident.Report.Severity, 1, 5);
            Assert.InRange(incident.Report.Title.Length, 5, 120);
            Assert.DoesNotContain('{', incident.Report.Title + incident.Report.Description);
        }

        Assert.Equal(Cities.Pilot.HistoryCount, count);
    }

    [Fact]
    public void Some_dozens_are_open_now_and_a_few_are_overdue()
    {
        var open = Cities.Pilot.History.Where(i => i.Open).ToArray();

        Assert.InRange(open.Length, 40, 150);
        Assert.InRange(open.Count(Late), 2, open.Length / 3);

        static bool Late(DemoIncident i) =>
            i.Report.OccurredAt.AddDays(i.Report.Severity >= 4 ? 1 : i.Report.Severity == 3 ? 3 : 7) < Cities.Now;
    }

    [Fact]
    public void The_past_covers_ninety_days_with_quiet_nights()
    {
        var times = Cities.Pilot.History.Select(i => i.Report.OccurredAt.ToOffset(TimeSpan.FromHours(7))).ToArray();

        Assert.InRange((Cities.Now - times[0]).TotalDays, 89, 91);
        Assert.True(times.Count(t => t.Hour is >= 1 and < 5) * 4 < times.Count(t => t.Hour is >= 8 and < 12));
        Assert.Distinct(Cities.Pilot.History.Select(i => i.Id));
    }

    [Fact]
    public void A_million_incidents_are_streamed_without_being_kept()
    {
        var city = DemoCity.Generate(new(DemoSize.Million), Cities.Now);

        var (count, seen) = Stream(city);

        // What memory holds in all would depend on the tests beside this one; who is still alive does not.
        GC.Collect();
        Assert.Equal(250_000, count);
        Assert.Equal(1_000_000, city.HistoryCount);
        Assert.DoesNotContain(seen, incident => incident.IsAlive);
        GC.KeepAlive(city);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (int Count, List<WeakReference> Seen) Stream(DemoCity city)
        {
            var (count, seen) = (0, new List<WeakReference>());
            foreach (var incident in city.History.Take(250_000))
            {
                if (count++ % 1000 == 0) seen.Add(new WeakReference(incident));
            }

            return (count, seen);
        }
    }

    [Fact]
    public void The_scenario_goes_on_without_end_in_order_and_lawfully()
    {
        var states = Cities.Pilot.History.Where(i => i.Open).ToDictionary(i => i.Id.ToString(), i => i.State);
        var last = Cities.Now;
        foreach (var step in Cities.Pilot.Scenario(Cities.Now).Take(6_000))
        {
            Assert.True(step.At >= last, "Time went back.");
            last = step.At;
            if (step is IncidentAppears appears) states.Add(appears.Key, Lifecycle.Start);
            if (step is not IncidentMoves moves) continue;
            Assert.Equal(step.At, moves.Step.At);
            var next = Lifecycle.Next(states[moves.Key], moves.Step.Command);
            Assert.NotNull(next);
            states[moves.Key] = next;
        }

        Assert.True(last - Cities.Now > TimeSpan.FromHours(1));
    }

    [Fact]
    public void The_scenario_keeps_to_its_pace_and_touches_facilities()
    {
        var hour = Cities.Pilot.Scenario(Cities.Now).TakeWhile(s => s.At < Cities.Now.AddHours(1)).ToArray();

        Assert.InRange(hour.OfType<IncidentAppears>().Count(), 80, 200);
        Assert.NotEmpty(hour.OfType<FacilityChanges>());
        Assert.NotEmpty(hour.OfType<FacilitiesMeasure>());
        Assert.Contains(hour.OfType<IncidentMoves>(), m => m.Step.Command == "close");
    }

    [Fact]
    public void The_scenario_takes_over_what_a_store_says_is_open()
    {
        var options = new ScenarioOptions { Open = [("x-1", "LIGHT", "Assigned")] };

        var moves = Cities.Pilot.Scenario(Cities.Now, options).TakeWhile(s => s.At < Cities.Now.AddHours(30))
            .OfType<IncidentMoves>().Where(m => m.Key == "x-1");

        Assert.Equal(["start", "claimFix", "verifyFix", "close"], moves.Select(m => m.Step.Command));
    }
}
