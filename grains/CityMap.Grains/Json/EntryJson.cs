using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CityMap.Grains.Contracts.Districts;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Handovers;

namespace CityMap.Grains.Json;

/// <summary>How events are spelled in the journal, and snapshots in the answers kept with idempotency keys: camelCase, no nulls.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(LonLatJson), typeof(FootprintJson)])]
[JsonSerializable(typeof(IncidentReported))]
[JsonSerializable(typeof(IncidentAssigned))]
[JsonSerializable(typeof(FixClaimed))]
[JsonSerializable(typeof(IncidentRejected))]
[JsonSerializable(typeof(IncidentReopened))]
[JsonSerializable(typeof(IncidentCorrected))]
[JsonSerializable(typeof(IncidentMoved))]
[JsonSerializable(typeof(FootprintDrawn))]
[JsonSerializable(typeof(IncidentNoted))]
[JsonSerializable(typeof(FacilityLinked))]
[JsonSerializable(typeof(IncidentSnapshot))]
[JsonSerializable(typeof(FacilityDefined))]
[JsonSerializable(typeof(FacilityStatusChanged))]
[JsonSerializable(typeof(FacilityCapacityChanged))]
[JsonSerializable(typeof(FacilityLimitCrossed))]
[JsonSerializable(typeof(FacilityLimitRestored))]
[JsonSerializable(typeof(FacilitySnapshot))]
[JsonSerializable(typeof(ThresholdsSet))]
[JsonSerializable(typeof(ThresholdNoticed))]
[JsonSerializable(typeof(ShiftHandedOver))]
[JsonSerializable(typeof(ShiftNoted))]
internal sealed partial class EntryJson : JsonSerializerContext
{
    /// <summary>The one instance.</summary>
    public static EntryJson Plain => Instance.Value;

    private static class Instance
    {
        // Vietnamese letters stay letters: the journal is no web page.
        public static readonly EntryJson Value = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
