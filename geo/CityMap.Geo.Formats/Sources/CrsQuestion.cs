using CityMap.Geo.Coordinates;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Sources;

/// <summary>What must be asked about a file whose coordinates are in a system nobody named: it is never guessed.</summary>
public static class CrsQuestion
{
    /// <summary>Asks.</summary>
    /// <param name="first">The first position, in the file's own numbers.</param>
    /// <param name="extent">The box of all that was looked at, in the file's own numbers.</param>
    /// <param name="why">A sentence before the question, for example that a <c>.prj</c> is missing; or null.</param>
    public static SourceRefusal Ask(Coordinate first, Envelope extent, string? why = null)
    {
        var question = CrsCandidates.Explain(first.X, first.Y);
        return new("crs_needed", why is null ? question : $"{why} {question}")
        {
            Candidates = CrsCandidates.Place(first.X, first.Y, (extent.MinX, extent.MinY, extent.MaxX, extent.MaxY)),
        };
    }

    /// <summary>Refuses a system that is named but not known here.</summary>
    /// <param name="what">How the file names it, with the reason.</param>
    public static SourceRefusal Unknown(string what) =>
        new("crs_unknown", $"{what} Known are {string.Join(", ", CrsCatalogue.All.Select(crs => $"EPSG:{crs.Code}"))}; state with crs the one the file is in, or convert the file.");
}
