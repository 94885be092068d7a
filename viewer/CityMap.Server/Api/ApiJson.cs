using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CityMap.Server.Api.Areas;
using CityMap.Server.Api.City;
using CityMap.Server.Api.Districts;
using CityMap.Server.Api.Facilities;
using CityMap.Server.Api.Handovers;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Incidents.Bulk;
using CityMap.Server.Api.Incidents.Near;
using CityMap.Server.Api.Layers;
using CityMap.Server.Api.Problems;
using CityMap.Server.Api.Search;
using CityMap.Server.Ogc.Editing;

namespace CityMap.Server.Api;

/// <summary>How everything the API says is written: camelCase, no reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(IncidentPage))]
[JsonSerializable(typeof(IncidentView))]
[JsonSerializable(typeof(FacilityView))]
[JsonSerializable(typeof(IncidentDetail))]
[JsonSerializable(typeof(NearPage))]
[JsonSerializable(typeof(BulkAnswer))]
[JsonSerializable(typeof(IncidentCounts))]
[JsonSerializable(typeof(TimelineView))]
[JsonSerializable(typeof(History))]
[JsonSerializable(typeof(FacilityPage))]
[JsonSerializable(typeof(FacilityDetail))]
[JsonSerializable(typeof(ReadingPage))]
[JsonSerializable(typeof(SeriesView))]
[JsonSerializable(typeof(DistrictPage))]
[JsonSerializable(typeof(DistrictDetail))]
[JsonSerializable(typeof(WatchView))]
[JsonSerializable(typeof(TrendPage))]
[JsonSerializable(typeof(ChangesView))]
[JsonSerializable(typeof(HandoverPage))]
[JsonSerializable(typeof(HandoverView))]
[JsonSerializable(typeof(HandoverSummary))]
[JsonSerializable(typeof(LayerPage))]
[JsonSerializable(typeof(LayerView))]
[JsonSerializable(typeof(ClassesView))]
[JsonSerializable(typeof(FeatureHistory))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(Geo.Layers.LayerCard))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
[JsonSerializable(typeof(LookupView))]
[JsonSerializable(typeof(EditionPage))]
[JsonSerializable(typeof(EditionReport))]
[JsonSerializable(typeof(EditionDifferenceView))]
[JsonSerializable(typeof(AreaLookupView))]
[JsonSerializable(typeof(InfoView))]
[JsonSerializable(typeof(SearchPage))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>The one instance.</summary>
    public static ApiJson Plain => Instance.Value;

    private static class Instance
    {
        // Vietnamese letters stay letters: nothing of this is ever put into a web page as script.
        public static readonly ApiJson Value = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
