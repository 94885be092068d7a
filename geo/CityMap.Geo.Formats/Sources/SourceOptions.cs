using System.Text;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Formats.Csv;

namespace CityMap.Geo.Formats.Sources;

/// <summary>What the person who brings a file says about it; what is null is read from the file, never guessed where guessing could move a place.</summary>
public sealed record SourceOptions
{
    /// <summary>The coordinate system of the numbers in the file.</summary>
    public Crs? Crs { get; init; }

    /// <summary>The encoding of its texts.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>How a CSV file is written.</summary>
    public CsvOptions Csv { get; init; } = new();

    /// <summary>The attribute that holds the id of each feature; null takes the format's own id.</summary>
    public string? Id { get; init; }

    /// <summary>Which layers are made from OpenStreetMap; null takes <see cref="Pbf.OsmRules.Default"/>.</summary>
    public Pbf.OsmRules? OsmRules { get; init; }
}
