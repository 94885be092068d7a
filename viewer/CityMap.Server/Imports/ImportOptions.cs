using CityMap.Geo.Layers;

namespace CityMap.Server.Imports;

/// <summary>What is to be imported, and how.</summary>
internal sealed record ImportOptions
{
    /// <summary>The layer's id, <c>[a-z][a-z0-9_]*</c>.</summary>
    public required string Layer { get; init; }

    /// <summary>The layer's title; null keeps the one it has, or uses the id.</summary>
    public string? Title { get; init; }

    /// <summary>The file's name, kept as the layer's source.</summary>
    public string? FileName { get; init; }

    /// <summary>The file's format; null is recognised from its first character.</summary>
    public ImportFormat? Format { get; init; }

    /// <summary>What happens to what the layer already holds.</summary>
    public ImportMode Mode { get; init; } = ImportMode.Append;

    /// <summary>Zone of times that name none; null reads only times with an offset as times.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>Read and report, store nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Store the good rows although there are bad ones.</summary>
    public bool AcceptPartial { get; init; }

    /// <summary>CSV: the column of the longitude; null is guessed.</summary>
    public string? Longitude { get; init; }

    /// <summary>CSV: the column of the latitude; null is guessed.</summary>
    public string? Latitude { get; init; }

    /// <summary>CSV: the column of the id; null is guessed.</summary>
    public string? Id { get; init; }

    /// <summary>CSV: the delimiter; null is guessed.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Who imports.</summary>
    public string Actor { get; init; } = "anonymous";
}

/// <summary>The formats an import reads.</summary>
internal enum ImportFormat
{
    /// <summary>RFC 7946.</summary>
    GeoJson,

    /// <summary>RFC 4180 and its cousins.</summary>
    Csv,
}
