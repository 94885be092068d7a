using CityMap.Geo.Layers;
using CityMap.Grains.Geography;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Ogc.Editing;

/// <summary>
/// Which layers are edited feature by feature. What happens in the city (incidents, facilities) has its own commands, and areas come in editions with
/// their days: neither goes through this door.
/// </summary>
internal static class EditableLayers
{
    /// <summary>True when features of the layer may be made, replaced and removed.</summary>
    public static bool Includes(LayerInfo layer) => !layer.Live && layer.Id != CityGeography.DistrictsLayer;

    /// <summary>What can be done with the items of a layer, or with one of them.</summary>
    public static string[] Methods(LayerInfo layer, bool one) => Includes(layer)
        ? one ? ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"] : ["GET", "HEAD", "POST", "OPTIONS"]
        : ["GET", "HEAD", "OPTIONS"];

    /// <summary>Answers 405 with what is possible.</summary>
    public static Task RefuseAsync(HttpContext context, LayerInfo layer)
    {
        var possible = Methods(layer, one: false);
        context.Response.Headers.Allow = string.Join(", ", possible);
        return ProblemResponses.WriteAsync(context, new("method_not_allowed", layer.Live
            ? $"The layer {layer.Id} is live: it changes by what happens in the city, through its own commands."
            : $"The layer {layer.Id} comes in editions: it changes by an import of one.")
        { Allowed = possible });
    }
}
