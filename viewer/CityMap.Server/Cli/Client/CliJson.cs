using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityMap.Server.Cli.Client;

/// <summary>What the command line reads of the API.</summary>
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
internal sealed partial class CliJson : JsonSerializerContext;
