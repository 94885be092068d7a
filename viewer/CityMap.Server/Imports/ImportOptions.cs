using CityMap.Geo.Formats.Sources;
using CityMap.Geo.Layers;

namespace CityMap.Server.Imports;

/// <summary>What is to be imported, and how.</summary>
internal sealed record ImportOptions
{
    /// <summary>The layer's id, <c>[a-z][a-z0-9_]*</c>, and with a file of several layers what their names begin with; null takes the names in the file, or the file's own.</summary>
    public string? Layer { get; init; }

    /// <summary>The layer's title; null keeps the one it has, or uses the id.</summary>
    public string? Title { get; init; }

    /// <summary>The file's name, kept as the layer's source.</summary>
    public string? FileName { get; init; }

    /// <summary>The file's format; null is recognised from its content.</summary>
    public SourceFormat? Format { get; init; }

    /// <summary>What is said about the file: coordinate system, encoding, columns.</summary>
    public SourceOptions Source { get; init; } = new();

    /// <summary>What happens to what the layer already holds.</summary>
    public ImportMode Mode { get; init; } = ImportMode.Append;

    /// <summary>Zone of times that name none; null reads only times with an offset as times.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>Read and report, store nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Store the good rows although there are bad ones.</summary>
    public bool AcceptPartial { get; init; }

    /// <summary>Mend areas that are not valid.</summary>
    public bool Repair { get; init; }

    /// <summary>Who imports.</summary>
    public string Actor { get; init; } = "anonymous";
}
