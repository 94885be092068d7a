using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityMap.Server.Cli.Replay;

/// <summary>Which columns (or dotted JSON members) of a file say what; what is null is guessed from the names.</summary>
internal sealed record ReplayMap
{
    /// <summary>Longitude, degrees.</summary>
    public string? Lon { get; init; }

    /// <summary>Latitude, degrees.</summary>
    public string? Lat { get; init; }

    /// <summary>When the row happened or was seen; <c>Date+Time</c> joins two columns.</summary>
    public string? Time { get; init; }

    /// <summary>When the thing itself began; used for its first report when it is not later than <see cref="Time"/>.</summary>
    public string? Started { get; init; }

    /// <summary>Exact .NET format of the times; null tries the usual ones.</summary>
    public string? TimeFormat { get; init; }

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>Columns whose texts make the description.</summary>
    public IReadOnlyList<string> Description { get; init; } = [];

    /// <summary>What tells rows of the same incident: the first of these that has a value.</summary>
    public IReadOnlyList<string> Id { get; init; } = [];

    /// <summary>Says by <c>gone</c> that the source no longer lists an incident; every other row lists it.</summary>
    public string? Event { get; init; }

    /// <summary>The agency that works on it.</summary>
    public string? Agency { get; init; }

    /// <summary>Figures whose change is written down as a note.</summary>
    public IReadOnlyList<string> Watch { get; init; } = [];

    /// <summary>How the type is found.</summary>
    public TypeRule Type { get; init; } = new();

    /// <summary>Severity 1–5 of every incident; null takes the type's usual one.</summary>
    public int? Severity { get; init; }

    /// <summary>Reads a mapping file.</summary>
    /// <exception cref="Hosting.UserErrorException">It is not one.</exception>
    public static async Task<ReplayMap> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = file.OpenRead();
            return await JsonSerializer.DeserializeAsync(stream, ReplayJson.Default.ReplayMap, cancellationToken)
                ?? throw new JsonException("it is null");
        }
        catch (Exception wrong) when (wrong is JsonException or IOException)
        {
            throw new Hosting.UserErrorException($"The mapping {file.Name} cannot be read: {wrong.Message}", wrong);
        }
    }
}

/// <summary>How a row's type is found: from one column, by its exact value, by words in it, else the default.</summary>
internal sealed record TypeRule
{
    /// <summary>The column.</summary>
    public string? Column { get; init; }

    /// <summary>Exact values and their type codes.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>The code when nothing else fits; null tries known words, then OTHER.</summary>
    public string? Default { get; init; }
}

/// <summary>How mapping files are read and requests written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReplayMap))]
internal sealed partial class ReplayJson : JsonSerializerContext;
