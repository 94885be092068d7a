using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Server.Api.Parameters;
using static CityMap.Server.Api.Incidents.IncidentParameters;

namespace CityMap.Server.Api.Incidents;

/// <summary>Which incidents are meant: conditions on the fields of the layer <c>incidents</c>.</summary>
/// <param name="Within">Only in this box; null is everywhere.</param>
/// <param name="Where">All of these hold.</param>
/// <param name="AsOf">As it was at this moment; null is now.</param>
internal sealed record IncidentFilter(Bounds? Within, IReadOnlyList<FieldTest> Where, DateTimeOffset? AsOf)
{
    /// <summary>The layer.</summary>
    public const string Layer = "incidents";

    /// <summary>Takes the filter from a request's parameters (<see cref="Filter"/>).</summary>
    /// <param name="values">The parameters.</param>
    /// <param name="now">What "overdue" is measured against when nothing is asked as of another moment.</param>
    public static IncidentFilter From(QueryValues values, DateTimeOffset now)
    {
        var asOf = values.Get(IncidentParameters.AsOf);
        var tests = new List<FieldTest>();
        AnyOf("type", values.Get(Types));
        AnyOf("state", values.Get(States));
        AnyOf("severity", values.Get(Severities), static word => word[0] - (long)'0');
        AnyOf("district", values.Get(IncidentParameters.Districts));
        AnyOf("agency", values.Get(Agencies));
        Flag("open", values.Get(Open));
        Flag("acknowledged", values.Get(Acknowledged));
        Flag("exercise", values.Get(Exercise));
        if (values.Get(Overdue) is { } overdue)
        {
            Flag("open", true);
            tests.Add(new("due_at", overdue ? Comparison.LessThan : Comparison.AtLeast, [asOf ?? now]));
        }

        // The younger limit includes the moment, the older one does not: every age is on one side of a limit.
        if (values.Get(MinAge) is { } least) tests.Add(new("recorded_at", Comparison.LessThan, [(asOf ?? now) - least]));
        if (values.Get(MaxAge) is { } most) tests.Add(new("recorded_at", Comparison.AtLeast, [(asOf ?? now) - most]));
        Since("occurred_at", values.Get(OccurredSince));
        Since("updated_at", values.Get(UpdatedSince));
        Since("closed_at", values.Get(ClosedSince));
        if (values.Get(Text) is { } text) tests.AddRange(FieldTest.EveryWord(text, "title", "description", "address"));
        return new(values.Get(Box), tests, asOf);

        void AnyOf(string field, IReadOnlyList<string>? words, Func<string, object>? convert = null)
        {
            if (words is { Count: > 0 }) tests.Add(new(field, Comparison.In, [.. words.Select(word => convert?.Invoke(word) ?? word)]));
        }

        void Since(string field, DateTimeOffset? moment)
        {
            if (moment is { } at) tests.Add(new(field, Comparison.AtLeast, [at]));
        }

        void Flag(string field, bool? wanted)
        {
            if (wanted is { } value) tests.Add(new(field, Comparison.In, [value]));
        }
    }

    /// <summary>True for a condition that the clock alone makes true or false.</summary>
    public static bool IsOfTheClock(FieldTest test) => test.Field is "due_at" or "recorded_at";

    /// <summary>The filter as a query of the layer.</summary>
    public FeatureQuery Query(Audience audience) =>
        new(Layer) { Within = Within, Where = Where, AsOf = AsOf, Audience = audience };
}
