using System.Text.Json;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.GeoJson;

/// <summary>A geometry inside somebody else's JSON, for example the footprint of a report.</summary>
public static class GeoJsonGeometry
{
    /// <summary>Reads one geometry (RFC 7946 §3.1; WGS 84, longitude first), or says what is wrong and where. What is only discouraged is read.</summary>
    /// <param name="element">The geometry object.</param>
    /// <param name="path">JSON path of the object, the beginning of every path in <paramref name="problem"/>.</param>
    /// <param name="geometry">The geometry, SRID 4326.</param>
    /// <param name="problem">Path and one sentence.</param>
    public static bool TryRead(JsonElement element, string path, out Geometry? geometry, out (string Path, string Reason) problem) =>
        TryRead(element, path, false, out geometry, out problem);

    /// <summary>The same, where the positions may be of another coordinate system.</summary>
    /// <param name="element">The geometry object.</param>
    /// <param name="path">JSON path of the object, the beginning of every path in <paramref name="problem"/>.</param>
    /// <param name="asTheyAre">True to take two finite numbers as a position, whatever they mean.</param>
    /// <param name="geometry">The geometry; of SRID 4326, which is wrong where its positions are of another system.</param>
    /// <param name="problem">Path and one sentence.</param>
    public static bool TryRead(JsonElement element, string path, bool asTheyAre, out Geometry? geometry, out (string Path, string Reason) problem)
    {
        (geometry, problem) = (null, default);
        try
        {
            geometry = new GeometryParser(static (_, _) => { }, static () => null, asTheyAre).Parse(element, path);
            return true;
        }
        catch (GeoJsonRefusal refusal)
        {
            problem = (refusal.Path, refusal.Message);
        }
        catch (InvalidOperationException)
        {
            problem = (path, "The geometry holds text that is not valid Unicode.");
        }
        catch (Exception bad) when (bad is ArgumentException or OverflowException or FormatException)
        {
            problem = (path, $"The geometry cannot be made: {bad.Message}");
        }

        return false;
    }
}
