using CityMap.Geo.Layers;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Facilities;
using CityMap.Grains.Incidents;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Parameters;

namespace CityMap.Server.Live;

/// <summary>The parameters of the feed: those of the lists, but for the past, and where to resume.</summary>
internal static class LiveParameters
{
    /// <summary>The layers wanted.</summary>
    public static readonly QueryParameter<IReadOnlyList<string>> Layers = Parameter.AnyOf(
        "layers", "Which live layers; incidents and facilities when absent.", [IncidentLayer.Id, FacilityLayer.Id, IncidentLayer.FootprintsId]);

    /// <summary>Where to resume.</summary>
    public static readonly QueryParameter<string> LastEventId =
        Parameter.Text("lastEventId", "Resume after this position; the Last-Event-ID header comes before it.", "8f2c-1204");

    /// <summary>Kinds of facilities.</summary>
    public static readonly QueryParameter<IReadOnlyList<string>> Kinds =
        Parameter.AnyOf("kinds", "Only facilities of these kinds.", FacilityKinds.Codes);

    /// <summary>Statuses of facilities.</summary>
    public static readonly QueryParameter<IReadOnlyList<string>> Statuses =
        Parameter.AnyOf("statuses", "Only facilities with these statuses.", Enum.GetNames<FacilityStatus>());

    /// <summary>All of them; the route's metadata.</summary>
    public static QueryParameters All { get; } =
        new(IncidentParameters.Filter.All.Where(p => p != IncidentParameters.AsOf).Concat([Kinds, Statuses, Layers, LastEventId]));

    /// <summary>The layers a request wants, each with its conditions.</summary>
    public static IReadOnlyDictionary<LayerInfo, IReadOnlyList<FieldTest>> Tests(QueryValues values, DateTimeOffset now)
    {
        var wanted = values.Get(Layers) ?? [IncidentLayer.Id, FacilityLayer.Id];

        // The clock sends no events: whoever asks for what is overdue or of an age gets what is open, and compares dueAt and recordedAt.
        return LiveSetup.Layers.Where(l => wanted.Contains(l.Id)).ToDictionary(
            l => l, IReadOnlyList<FieldTest> (l) => [.. LiveConditions.Of(l, values, now).Where(t => !IncidentFilter.IsOfTheClock(t))]);
    }
}
