using System.Text.Json;
using System.Text.Json.Serialization;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api;

/// <summary>How everything the API says is written: camelCase, no reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(Problem))]
internal sealed partial class ApiJson : JsonSerializerContext;
