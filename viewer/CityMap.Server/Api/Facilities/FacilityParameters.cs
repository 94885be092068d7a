using CityMap.Geo.Layers;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Parameters;

namespace CityMap.Server.Api.Facilities;

/// <summary>The parameters by which facilities are asked for.</summary>
internal static class FacilityParameters
{
    public static readonly QueryParameter<IReadOnlyList<string>> Kinds = Parameter.AnyOf("kinds", "Only these kinds.", FacilityKinds.Codes);

    public static readonly QueryParameter<IReadOnlyList<string>> Statuses =
        Parameter.AnyOf("statuses", "Only with these statuses.", Enum.GetNames<FacilityStatus>());

    public static readonly QueryParameter<string> Text = Parameter.Text("q", "Text in the name, whatever its case and diacritics.", "benh vien");
    public static readonly QueryParameter<string> Quantity = Parameter.Text("quantity", "Only this quantity.", "water_level", 64);
    public static readonly QueryParameter<DateTimeOffset?> From = Parameter.Instant("from", "From this moment on; a day ago when absent.");
    public static readonly QueryParameter<DateTimeOffset?> To = Parameter.Instant("to", "Before this moment; now when absent.");

    public static readonly QueryParameter<int?> Steps = Parameter.Whole("steps", "How many steps of equal length; 240 when absent.", 1, 1000, 240);
    public static readonly QueryParameter<int?> Radius = Parameter.Whole("radius", "How far, in metres; 500 when absent.", 1, 20_000, 500);
    public static readonly QueryParameter<int?> Most = Parameter.Whole("limit", "How many at most; 8 when absent.", 1, 50, 8);

    /// <summary>The list.</summary>
    public static readonly QueryParameters List = new(
        IncidentParameters.Box, Kinds, Statuses, IncidentParameters.Districts, Text, IncidentParameters.AsOf,
        IncidentParameters.Limit, IncidentParameters.After);

    /// <summary>One facility.</summary>
    public static readonly QueryParameters One = new(IncidentParameters.AsOf);

    /// <summary>Its measurements.</summary>
    public static readonly QueryParameters Readings = new(Quantity, From, To);

    /// <summary>Its measurements of one quantity, in steps.</summary>
    public static readonly QueryParameters Series = new(Quantity with { Required = true }, From, To, Steps);

    /// <summary>What is around it.</summary>
    public static readonly QueryParameters Nearby = new(Radius, Most, IncidentParameters.AsOf);

    /// <summary>The query of a list.</summary>
    public static FeatureQuery Query(QueryValues values, Audience audience)
    {
        var tests = new List<FieldTest>();
        AnyOf("kind", values.Get(Kinds));
        AnyOf("status", values.Get(Statuses));
        AnyOf("district", values.Get(IncidentParameters.Districts));
        if (values.Get(Text) is { } text) tests.Add(new("name", Comparison.ContainsText, [text]));
        return new("facilities")
        {
            Within = values.Get(IncidentParameters.Box),
            Where = tests,
            AsOf = values.Get(IncidentParameters.AsOf),
            Audience = audience,
            Limit = values.Get(IncidentParameters.Limit) ?? 100,
            After = values.Get(IncidentParameters.After),
        };

        void AnyOf(string field, IReadOnlyList<string>? words)
        {
            if (words is { Count: > 0 }) tests.Add(new(field, Comparison.In, [.. words]));
        }
    }
}
