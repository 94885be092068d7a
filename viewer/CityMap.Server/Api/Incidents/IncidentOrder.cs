using CityMap.Geo.Layers;
using CityMap.Server.Api.Parameters;

namespace CityMap.Server.Api.Incidents;

/// <summary>The order incidents are asked for in.</summary>
/// <param name="Field">A field of the layer.</param>
/// <param name="Descending">True for the highest first.</param>
internal readonly record struct IncidentOrder(string Field, bool Descending)
{
    private static readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal)
    {
        ["recordedAt"] = "recorded_at",
        ["severity"] = "severity",
        ["dueAt"] = "due_at",
        ["updatedAt"] = "updated_at",
    };

    /// <summary>Reads <c>sort</c>; the newest first when it is absent.</summary>
    public static IncidentOrder Of(QueryValues values)
    {
        var sort = values.Get(IncidentParameters.Sort) ?? "-recordedAt";
        return new(_fields[sort.TrimStart('-')], sort[0] == '-');
    }

    /// <summary>The query in this order.</summary>
    public FeatureQuery Apply(FeatureQuery query) => query with { OrderBy = Field, Descending = Descending };
}
