namespace CityMap.Geo.Storage;

/// <summary>What every store says of an import alike.</summary>
public static class ImportRules
{
    /// <summary>Says that an import that appends brings an id that the layer has, and what can be done.</summary>
    public static StoreException AlreadyThere(string layer, string id) => new(
        StoreProblem.BadFeature,
        $"The layer {layer} already holds a feature {id}. Import with the mode upsert to put each feature in the place of the one with its id, or replace to put the file in the place of the layer.");
}
