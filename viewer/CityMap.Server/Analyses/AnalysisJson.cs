using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityMap.Server.Analyses;

/// <summary>How analyses are written: in the journal and in answers.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AnalysisRecipe))]
[JsonSerializable(typeof(AnalysisView))]
[JsonSerializable(typeof(AnalysisPage))]
[JsonSerializable(typeof(AnalysisPreview))]
internal sealed partial class AnalysisJson : JsonSerializerContext
{
    /// <summary>The one instance.</summary>
    public static AnalysisJson Plain => Instance.Value;

    private static class Instance
    {
        public static readonly AnalysisJson Value = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
