using CityMap.Geo.Demo.Chance;

namespace CityMap.Geo.Demo.Incidents;

/// <summary>What is done about an incident, step by step, at believable times.</summary>
internal static class Life
{
    /// <summary>The default time allowed, by severity.</summary>
    public static TimeSpan Allowance(int severity) => TimeSpan.FromDays(severity >= 4 ? 1 : severity == 3 ? 3 : 7);

    /// <summary>The whole life of an incident, from its first step to its end.</summary>
    public static List<DemoStep> Of(DemoReport report, Spot spot, Dice dice)
    {
        var steps = new List<DemoStep>(8);
        var clerk = Agencies.Operator(dice);
        var urgent = report.Severity >= 4 ? 0.3 : 1;
        var at = report.OccurredAt;
        Step("acknowledge", dice.Between(0.5, 9) * urgent, clerk);
        if (dice.Happens(0.05))
        {
            Step("receive", dice.Between(3, 40), clerk);
            Add(new("reject", Later(dice.Between(20, 400)), clerk) { Reason = Agencies.Refusal(dice) });
            return steps;
        }

        Step("receive", dice.Between(2, 35) * urgent, clerk);
        if (report.Facility is null && spot.Facility is { } facility)
            Add(new("linkFacility", Later(dice.Between(0.5, 4)), clerk) { Facility = facility });

        Work(Total(report, dice));
        if (dice.Happens(0.035))
        {
            Add(new("reopen", Later(dice.Between(120, 2600)), Agencies.Citizen(dice)) { Reason = "Sự việc tái diễn, đề nghị xử lý lại." });
            Work(Total(report, dice) * 0.6);
        }

        return steps;

        // Assign, start, claim, verify, close: shares of the minutes it takes in all.
        void Work(double minutes)
        {
            var agency = Agencies.For(report.Type, spot.District, dice);
            Add(new("assign", Later(minutes * dice.Between(0.02, 0.12)), clerk) { Agency = agency });
            Step("start", minutes * dice.Between(0.08, 0.35), agency);
            if (dice.Happens(0.22)) Add(new("note", Later(minutes * dice.Between(0.05, 0.15)), agency) { Note = Agencies.Remark(dice) });
            Add(new("claimFix", Later(minutes * dice.Between(0.2, 0.45)), agency) { Note = Agencies.Fixed(report.Type, dice) });
            var judge = dice.Happens(0.6) ? clerk : Agencies.Operator(dice);
            Step("verifyFix", minutes * dice.Between(0.05, 0.16), judge);
            Step("close", minutes * dice.Between(0.01, 0.08), judge);
        }

        void Step(string command, double minutes, string actor) => Add(new(command, Later(minutes), actor));

        void Add(DemoStep step) => steps.Add(step);

        DateTimeOffset Later(double minutes) => at = at.AddSeconds(Math.Max(20, (long)(minutes * 60)));
    }

    // Minutes of work: most within the allowance, some beyond it; night work waits for the morning through the spread.
    private static double Total(DemoReport report, Dice dice)
    {
        var allowed = Allowance(report.Severity).TotalMinutes;
        var emergency = report.Type is "FIRE" or "SECURITY" ? 0.25 : 1;
        return dice.Happens(0.075)
            ? allowed * dice.Between(1.05, 2.6)
            : allowed * emergency * (0.04 + (dice.Between(0, 0.85) * dice.Unit()));
    }
}
