using CityMap.Geo.Layers;
using CityMap.Grains.Geography;

namespace CityMap.Server.Maps;

/// <summary>The groups within which layers change places; as in the console's panel of layers.</summary>
internal static class LayerGroups
{
    /// <summary>The layers of each group, from the bottom of the map up.</summary>
    /// <param name="catalogue">All layers.</param>
    /// <param name="chosen">Ids from the top of the map down; none is the order planners have given the catalogue. The layers it names are dealt out over the places of those it names; the others keep theirs.</param>
    public static IEnumerable<IReadOnlyList<string>> InOrder(IReadOnlyList<LayerInfo> catalogue, IReadOnlyList<string> chosen)
    {
        if (chosen.Count == 0 && catalogue.All(l => l.Card?.Order is null)) yield break;
        // Live marks stay above everything, districts are a group of their own.
        foreach (var group in catalogue.Where(l => !l.Live && l.Id != CityGeography.DistrictsLayer).GroupBy(l => l.Group))
        {
            var usual = group.OrderByDescending(l => l.Order).Select(l => l.Id).ToList();
            var named = new Queue<string>(chosen.Where(usual.Contains));
            var places = named.ToHashSet(StringComparer.Ordinal);
            yield return [.. usual.Select(id => places.Contains(id) ? named.Dequeue() : id).Reverse()];
        }
    }
}
