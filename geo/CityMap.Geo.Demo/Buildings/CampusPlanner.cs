using CityMap.Geo.Demo.Ground;
using CityMap.Geo.Demo.Places;
using CityMap.Geo.Demo.Streets;

namespace CityMap.Geo.Demo.Buildings;

/// <summary>Finds a plot beside a larger street for every named place, before the small streets grow around it.</summary>
internal static class CampusPlanner
{
    /// <summary>The plots found, in the order of the places; a place for which there is no room keeps only its point.</summary>
    public static List<Campus> Plan(Land land, StreetNetwork network)
    {
        var result = new List<Campus>();
        foreach (var place in Place.All)
        {
            if (place.Free || Find(land, network, place) is not { } campus) continue;
            land.Reserved.Add(campus.Plot);
            result.Add(campus);
        }

        return result;
    }

    private static Campus? Find(Land land, StreetNetwork network, Place place)
    {
        var (front, depth) = Campus.Size(place.Kind);
        foreach (var scale in (ReadOnlySpan<double>)[1, 0.82, 0.66, 0.5])
        {
            (double Distance, Campus Campus)? best = null;
            var seen = new HashSet<int>();
            foreach (var i in network.Segments.Near(place.Near, 320))
            {
                if (!seen.Add(i)) continue;
                var (a, b, owner) = network.Segments[i];
                var street = network.Streets[owner];
                if (street.Bridge) continue;
                var along = (b - a).Unit;
                foreach (var side in (ReadOnlySpan<int>)[1, -1])
                {
                    var half = depth * scale / 2;
                    var middle = a.Toward(b, 0.5) + (along.Left * (side * (street.HalfWidth + 4 + half)));
                    var distance = middle.To(place.Near);
                    if (best is { } known && known.Distance <= distance) continue;
                    var plot = new Rect(middle, along * side, front * scale / 2, half);
                    if (Fits(land, network, plot)) best = (distance, new(place, plot, street.Name));
                }
            }

            if (best is { Distance: < 330 } found) return found.Campus;
        }

        return null;
    }

    private static bool Fits(Land land, StreetNetwork network, Rect plot)
    {
        foreach (var p in plot.Corners())
        {
            if (land.Closed(p, 2)) return false;
        }

        return !land.Closed(plot.Middle, 2) && !land.Reserved.Meets(plot, 6) && !network.Meets(plot, 2.5);
    }
}
