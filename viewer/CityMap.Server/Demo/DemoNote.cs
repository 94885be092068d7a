using System.Text.Json;
using System.Text.Json.Serialization;
using CityMap.Geo.Demo;

namespace CityMap.Server.Demo;

/// <summary>A note in the data folder that says which demo city its store holds, and whether it was finished.</summary>
internal sealed record DemoNote(DemoSize Size, long Seed, bool Complete)
{
    private const string FileName = "demo.json";

    /// <summary>Reads the note; null when there is none that can be read.</summary>
    public static DemoNote? Read(string dataFolder)
    {
        var file = Path.Combine(dataFolder, FileName);
        if (!File.Exists(file)) return null;
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), DemoJson.Default.DemoNote);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the note.</summary>
    public void Write(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        File.WriteAllBytes(Path.Combine(dataFolder, FileName), JsonSerializer.SerializeToUtf8Bytes(this, DemoJson.Default.DemoNote));
    }

    /// <summary>Takes the note away, if there is one.</summary>
    public static void Remove(string dataFolder)
    {
        var file = Path.Combine(dataFolder, FileName);

        // Asked first: Delete forgives a missing file, but not a missing folder.
        if (File.Exists(file)) File.Delete(file);
    }
}

/// <summary>How the note is written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DemoNote))]
internal sealed partial class DemoJson : JsonSerializerContext;
