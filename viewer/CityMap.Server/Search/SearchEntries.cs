using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Geo.Searching;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Geography;
using CityMap.Server.Api.Districts;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Search;

/// <summary>How features are found: which of their words count.</summary>
internal sealed class SearchEntries(CityGeography geography)
{
    private static readonly Dictionary<string, LocalText> _kinds =
        FacilityKinds.All.ToDictionary(kind => kind.Code, kind => kind.Title, StringComparer.Ordinal);

    /// <summary>An incident by its title, address and type; an open one before one that is done.</summary>
    public SearchEntry Incident(Feature feature)
    {
        var type = IncidentTypes.Find(feature["type"] as string);
        return new(feature.Id, feature["title"] as string is { Length: > 0 } title ? title : type?.Title.Vi ?? "")
        {
            Where = Where(feature["address"] as string, feature["district"] as string),
            Keywords = type is null ? null : $"{type.Title.Vi} {type.Title.En}",
            Position = At(feature.Geometry),
            Code = type?.Code,
            Favoured = feature["open"] is true,
        };
    }

    /// <summary>A facility by its names, address and kind.</summary>
    public SearchEntry Facility(Feature feature)
    {
        var kind = feature["kind"] as string ?? "";
        return new(feature.Id, feature["name"] as string ?? feature.Id)
        {
            OtherName = feature["name_en"] as string,
            Where = Where(feature["address"] as string, feature["district"] as string),
            Keywords = _kinds.TryGetValue(kind, out var title) ? $"{title.Vi} {title.En}" : null,
            Position = At(feature.Geometry),
            Code = kind,
        };
    }

    /// <summary>A position that stands for a shape: its point, the middle of its longest line, the inside of an area.</summary>
    public static LonLat? At(Geometry? shape)
    {
        if (shape is null || shape.IsEmpty) return null;
        var at = shape switch
        {
            Point point => point.Coordinate,
            LineString line => Middle(line),
            MultiLineString lines => Middle((LineString)lines.Geometries.MaxBy(line => line.Length)!),
            _ => shape.InteriorPoint.Coordinate,
        };
        return LonLat.TryCreate(at.X, at.Y, out var position, out _) ? position : null;
    }

    /// <summary>The extent of a shape; null for a point.</summary>
    public static Bounds? Extent(Geometry? shape)
    {
        if (shape is null or Point || shape.IsEmpty) return null;
        var box = shape.EnvelopeInternal;
        return new(box.MinX, box.MinY, box.MaxX, box.MaxY);
    }

    // An address is often a mere number and street: the district beside it says where.
    private string? Where(string? address, string? district)
    {
        if (district is null) return address;
        var name = geography.NameOf(district);
        return address is null ? name : address.Contains(name, StringComparison.Ordinal) ? address : $"{address}, {name}";
    }

    private static Coordinate Middle(LineString line)
    {
        var left = line.Length / 2;
        for (var i = 1; i < line.NumPoints; i++)
        {
            var (a, b) = (line.GetCoordinateN(i - 1), line.GetCoordinateN(i));
            var step = a.Distance(b);
            if (step >= left && step > 0) return new(a.X + ((b.X - a.X) * left / step), a.Y + ((b.Y - a.Y) * left / step));
            left -= step;
        }

        return line.GetCoordinateN(line.NumPoints - 1);
    }
}
