using System.Text;
using CityMap.Geo.Coordinates;

namespace CityMap.Geo.Formats.Csv;

/// <summary>How a CSV file is to be read; what is null is guessed and shown.</summary>
public sealed record CsvOptions
{
    /// <summary>Text encoding; null is detected by <see cref="SourceFile.DetectEncodingAsync"/>.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Column separator; null is guessed from the header among comma, semicolon, tab and bar.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Column with the longitude (WGS 84 degrees); null is guessed by name.</summary>
    public string? Longitude { get; init; }

    /// <summary>Column with the latitude (WGS 84 degrees); null is guessed by name.</summary>
    public string? Latitude { get; init; }

    /// <summary>Column with the row's id; null is guessed by name.</summary>
    public string? Id { get; init; }

    /// <summary>The coordinate system of the position; null reads columns called longitude and latitude as WGS 84, and no others.</summary>
    public Crs? Crs { get; init; }

    /// <summary>True when no position is wanted: its columns stay text.</summary>
    public bool WithoutPosition { get; init; }
}
