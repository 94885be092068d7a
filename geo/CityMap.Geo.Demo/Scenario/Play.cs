using CityMap.Geo.Demo.Chance;
using CityMap.Geo.Demo.Incidents;
using CityMap.Geo.Demo.Places;

namespace CityMap.Geo.Demo.Scenario;

/// <summary>The running demo: one clockwork that takes the next due thing from a queue and puts in what follows from it.</summary>
internal sealed class Play
{
    private readonly PriorityQueue<Func<IEnumerable<ScenarioStep>>, (DateTimeOffset, long)> _due = new();
    private readonly IncidentMaker _maker;
    private readonly IReadOnlyList<DemoFacility> _facilities;
    private readonly ScenarioOptions _options;
    private readonly DateTimeOffset _start;
    private readonly long _seed;
    private readonly Dictionary<string, string> _status;
    private long _order;
    private int _number;

    public Play(
        DemoOptions demo, IncidentMaker maker, IReadOnlyList<DemoFacility> facilities, IEnumerable<DemoIncident> recent,
        DateTimeOffset start, ScenarioOptions options)
    {
        (_seed, _maker, _facilities, _options, _start) = (demo.Seed, maker, facilities, options, Moments.Whole(start));
        _status = facilities.ToDictionary(f => f.Id, f => f.Status);
        var open = options.Open ?? [.. recent.Where(i => i.Open).Select(i => (i.Id.ToString(), i.Report.Type, i.State))];
        foreach (var (key, type, state) in open) Continue(key, type, state);
        Next(_start, Appear);
        Next(_start.AddSeconds(5), Measure);
        Next(_start.AddSeconds(90), Change);
    }

    /// <summary>The steps, without end.</summary>
    public IEnumerable<ScenarioStep> Steps()
    {
        while (_due.TryDequeue(out var action, out _))
        {
            foreach (var step in action()) yield return step;
        }
    }

    private void Next(DateTimeOffset at, Func<DateTimeOffset, IEnumerable<ScenarioStep>> action) =>
        _due.Enqueue(() => action(at), (at, _order++));

    private IEnumerable<ScenarioStep> Appear(DateTimeOffset at)
    {
        var number = _number++;
        var dice = Dice.For(_seed, "play", (_start.ToUnixTimeSeconds() << 20) + number);
        var hour = (at + Moments.Local).TimeOfDay.TotalHours;
        var wait = _options.Pace.TotalSeconds * dice.Between(0.6, 1.5) / Math.Max(0.34, Rhythm.Hour(hour));
        Next(at.AddSeconds(Math.Max(1, (long)wait)), Appear);
        var (report, spot) = _maker.Make(dice, at);
        var key = $"demo-{_start.ToUnixTimeSeconds()}-{number}";
        Live(key, report, spot, dice);
        return [new IncidentAppears(at, key, report)];
    }

    // The same life as in the past, told faster.
    private void Live(string key, DemoReport report, Spot spot, Dice dice)
    {
        var steps = Incidents.Life.Of(report, spot, dice);
        var whole = (steps[^1].At - report.OccurredAt).TotalSeconds;
        var told = _options.Life.TotalSeconds * dice.Between(0.5, 1.8) * (dice.Happens(0.1) ? 5 : 1);
        foreach (var step in steps)
        {
            // The first steps come quickly; the root keeps the order and spreads them over the whole life.
            var share = Math.Sqrt((step.At - report.OccurredAt).TotalSeconds / whole);
            var at = report.OccurredAt.AddSeconds((long)(told * share) + 4);
            Next(at, due => [new IncidentMoves(due, key, step with { At = due })]);
        }
    }

    // What is left to do for an incident that was already open; some are stubborn and stay for hours.
    private void Continue(string key, string type, string state)
    {
        var dice = Dice.For(_seed, "continue " + key);
        var clerk = Agencies.Operator(dice);
        var agency = Agencies.For(type, "phường Đông Kinh", dice);
        var pause = _options.Life.TotalSeconds * (dice.Happens(0.35) ? dice.Between(4, 14) : dice.Between(0.2, 1.5));
        var at = _start;
        for (var next = Lifecycle.Onward(state); next is not null; next = Lifecycle.Onward(state))
        {
            var command = next;
            at = at.AddSeconds(Math.Max(5, (long)(pause * dice.Between(0.3, 1.1))));
            var actor = command is "start" or "claimFix" ? agency : clerk;
            Next(at, due => [new IncidentMoves(due, key, new(command, due, actor)
            {
                Agency = command == "assign" ? agency : null,
                Note = command == "claimFix" ? Agencies.Fixed(type, dice) : null,
            })]);
            state = Lifecycle.Next(state, command)!;
        }
    }

    private IEnumerable<ScenarioStep> Measure(DateTimeOffset at)
    {
        Next(at.AddSeconds(30), Measure);
        var readings = new List<DemoReading>();
        foreach (var facility in _facilities)
        {
            if (facility.Kind is "camera" or "hydrant" || _status[facility.Id] == "Down") continue;
            foreach (var limit in facility.Limits)
                readings.Add(new(facility.Id, limit.Quantity, at, Measurements.Value(_seed, facility, limit, at)));
        }

        return readings.Count > 0 ? [new FacilitiesMeasure(at, readings)] : [];
    }

    private IEnumerable<ScenarioStep> Change(DateTimeOffset at)
    {
        var dice = Dice.For(_seed, "change", at.ToUnixTimeSeconds());
        Next(at.AddSeconds(dice.Whole(60, 240)), Change);
        var troubled = _facilities.Where(f => _status[f.Id] != "Working").ToList();
        if (troubled.Count > 0 && dice.Happens(0.5))
        {
            var well = dice.Pick(troubled);
            _status[well.Id] = "Working";
            return [new FacilityChanges(at, well.Id, "Working", "Đã khắc phục, hoạt động bình thường")];
        }

        var fragile = _facilities.Where(f => Trouble.Likelihood(f.Kind) > 0 && _status[f.Id] == "Working").ToList();
        if (fragile.Count == 0) return [];
        var ill = dice.Pick(fragile);
        _status[ill.Id] = dice.Happens(0.4) ? "Down" : "Degraded";
        return [new FacilityChanges(at, ill.Id, _status[ill.Id], Trouble.Reason(ill.Kind, dice))];
    }
}
