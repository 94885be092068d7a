using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Grains.Facilities;
using CityMap.Grains.Incidents;
using CityMap.Server.Api.Areas;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Parameters;
using CityMap.Server.Live;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Tiles;

/// <summary>The parameters of tiles: those of the layer's list, so that the map shows what the list does.</summary>
internal static class TileParameters
{
    /// <summary>The layer's version the address was made for: such a tile never changes.</summary>
    public static readonly QueryParameter<string> Version =
        Parameter.Text("v", "The version the address was made for: the answer may then be kept for good.", "3", 40);

    private static readonly QueryParameters _incidents = IncidentParameters.Filter.And(Version);

    private static readonly QueryParameters _footprints =
        new(IncidentParameters.Types, IncidentParameters.States, IncidentParameters.Severities, IncidentParameters.Districts, IncidentParameters.AsOf, Version);

    private static readonly QueryParameters _facilities = new(
        LiveParameters.Kinds, LiveParameters.Statuses, IncidentParameters.Districts, IncidentParameters.Text, IncidentParameters.AsOf, Version);

    // What never moves looks the same at every moment, save the areas, of which each edition has its days.
    private static readonly QueryParameters _static = new(IncidentParameters.AsOf, Version);

    /// <summary>Everything some layer's tiles take; the route's metadata.</summary>
    public static QueryParameters All { get; } = new(_incidents.All.Concat([LiveParameters.Kinds, LiveParameters.Statuses]));

    /// <summary>Reads what narrows a layer down.</summary>
    /// <exception cref="Api.Problems.ProblemException">A parameter is unknown to this layer, or wrong.</exception>
    public static TileFilter Read(LayerInfo layer, HttpRequest request, DateTimeOffset now)
    {
        var parameters = layer.Id switch
        {
            IncidentLayer.Id => _incidents,
            IncidentLayer.FootprintsId => _footprints,
            FacilityLayer.Id => _facilities,
            _ => _static,
        };
        var values = parameters.Read(request);
        var asOf = layer.Live || layer.Edited ? values.Get(IncidentParameters.AsOf) : null;
        var tests = LiveConditions.Of(layer, values, asOf ?? now);
        var day = AreaDays.Of(values.Get(IncidentParameters.AsOf) ?? now);
        var inForce = AreaDays.InForce(layer, day);
        var query = new FeatureQuery(layer.Id)
        {
            Where = tests,
            Shape = layer.Id == IncidentLayer.Id && values.Get(IncidentParameters.Box) is { } box ? AreaOf(box) : null,
            AsOf = asOf,
            Filter = inForce,
            Audience = Audience.Everyone,
        };
        var clock = FormattableString.Invariant($"{values.Get(IncidentParameters.Overdue)},{values.Get(IncidentParameters.MinAge)},{values.Get(IncidentParameters.MaxAge)}");
        var key = TileKey.Of(query, clock);
        if (inForce is null) return new(query, key, values.Get(Version));

        // The areas in force today are others on another day, at the same version.
        var version = values.Get(IncidentParameters.AsOf) is null ? null : values.Get(Version);
        return new(query, $"{key}|{EditionView.Day(day)}", version);
    }

    // The tile itself is the query's box; the caller's box is the area within it.
    private static MultiPolygon AreaOf(Bounds box) => GeometryFactory.Default.CreateMultiPolygon(
        [.. box.Split().Select(b => GeometryFactory.Default.CreatePolygon(
        [new(b.West, b.South), new(b.East, b.South), new(b.East, b.North), new(b.West, b.North), new(b.West, b.South)]))]);
}
