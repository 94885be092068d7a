using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Server.Api.Parameters;

namespace CityMap.Server.Live;

/// <summary>The parameters of the feed: those of the lists that can be answered from one feature and its change.</summary>
internal static class LiveParameters
{
    /// <summary>The layers wanted.</summary>
    public static readonly QueryParameter<IReadOnlyList<string>> Layers =
        Parameter.AnyOf("layers", "Which live layers; incidents and facilities when absent.", ["incidents", "facilities", "incident_footprints"]);

    /// <summary>The area.</summary>
    public static readonly QueryParameter<Bounds?> Box = Parameter.Box("bbox", "Only what meets this box.");

    /// <summary>Where to resume.</summary>
    public static readonly QueryParameter<string> LastEventId =
        Parameter.Text("lastEventId", "Resume after this position; the Last-Event-ID header comes before it.", "8f2c-1204");

    /// <summary>Districts, of features and of notices.</summary>
    public static readonly QueryParameter<IReadOnlyList<string>> Districts =
        Parameter.Words("districts", "Only what lies in one of these districts.", "05977@2025");

    private static readonly QueryParameter<bool?> _overdue =
        Parameter.Flag("overdue", "True leaves out what is not open; the clock itself sends no events, so compare dueAt.");

    private static readonly LiveTest[] _footprints =
    [
        LiveTest.Words(Districts, "district"),
        LiveTest.Words(Parameter.AnyOf("types", "Only incidents of these types.", IncidentTypes.Codes), "type"),
        LiveTest.Words(Parameter.AnyOf("states", "Only incidents in these states.", Enum.GetNames<IncidentState>()), "state"),
        LiveTest.Numbers(Parameter.AnyOf("severities", "Only incidents of these severities.", ["1", "2", "3", "4", "5"]), "severity"),
    ];

    private static readonly Dictionary<string, LiveTest[]> _tests = new(StringComparer.Ordinal)
    {
        ["incidents"] =
        [
            .. _footprints,
            LiveTest.Words(Parameter.Words("agencies", "Only incidents of these agencies.", "URENCO"), "agency"),
            LiveTest.Flag(Parameter.Flag("open", "Only what is, or is not, still open."), "open"),
            LiveTest.Flag(Parameter.Flag("acknowledged", "Only what somebody has, or has not, acknowledged."), "acknowledged"),
            LiveTest.Flag(Parameter.Flag("exercise", "Only drills, or none."), "exercise"),
            new(_overdue, values => values.Get(_overdue) is true ? new("open", Comparison.In, [true]) : null),
        ],
        ["incident_footprints"] = _footprints,
        ["facilities"] =
        [
            LiveTest.Words(Districts, "district"),
            LiveTest.Words(Parameter.AnyOf("kinds", "Only facilities of these kinds.", FacilityKinds.Codes), "kind"),
            LiveTest.Words(Parameter.AnyOf("statuses", "Only facilities in these states.", Enum.GetNames<FacilityStatus>()), "status"),
        ],
    };

    /// <summary>All of them; the route's metadata.</summary>
    public static QueryParameters All { get; } =
        new(_tests.Values.SelectMany(t => t).Select(t => t.Parameter).Distinct().Concat([Layers, Box, LastEventId]));

    /// <summary>The conditions a request puts on a layer's features; a parameter leaves the layers alone that do not have its field.</summary>
    public static IReadOnlyList<FieldTest> Tests(string layer, QueryValues values) =>
        [.. _tests[layer].Select(t => t.Make(values)).OfType<FieldTest>()];
}
