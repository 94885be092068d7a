using CityMap.Viewer.Scenes;

namespace CityMap.Viewer.Desktop;

/// <summary>What is chosen, the same in list, detail and map.</summary>
public sealed class SelectionModel
{
    private static readonly string[] _choosable = ["incidents", "facilities", "districts"];

    /// <summary>The layer of what is chosen; null when nothing is.</summary>
    public string? Layer { get; private set; }

    /// <summary>Its id.</summary>
    public string? Id { get; private set; }

    /// <summary>Something else is chosen, or nothing any more.</summary>
    public event Action? Changed;

    /// <summary>Chooses from the list; null chooses nothing.</summary>
    public void Choose(string? layer, string? id)
    {
        if (layer == Layer && id == Id) return;
        (Layer, Id) = (layer, id);
        Changed?.Invoke();
    }

    /// <summary>A tap on the map: the topmost thing that can be chosen; beside everything it chooses nothing.</summary>
    /// <returns>A cluster that was tapped, to be zoomed into; it is not chosen.</returns>
    public SceneHit? Tap(Scene scene, float x, float y)
    {
        foreach (var hit in scene.HitTest(x, y, reach: 6))
        {
            if (hit.Feature.Attributes.ContainsKey("cluster")) return hit;
            if (Array.Find(_choosable, layer => hit.Layer.StartsWith(layer, StringComparison.Ordinal)) is not { } layer) continue;
            Choose(layer, hit.Feature.Id);
            return null;
        }

        Choose(null, null);
        return null;
    }
}
