using CityMap.Geo.Journal;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Storage;

/// <summary>What an edit of one feature must be before any store looks at the feature; the same for every store.</summary>
public static class EditRules
{
    /// <summary>Checks an edit against its layer.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.LayerConflict"/>: the layer is live.
    /// <see cref="StoreProblem.BadFeature"/>: the feature, the entry or the key cannot be stored.</exception>
    public static void Check(LayerInfo layer, FeatureEdit edit)
    {
        if (layer.Live) throw new StoreException(StoreProblem.LayerConflict, $"The layer {layer.Id} is live: it changes by what happens in the city, not by edits.");
        var problem = edit.After is { } after ? FeatureRules.FindProblem(layer, after) : FeatureRules.FindIdProblem(edit.Id);
        problem ??= edit.After is null && edit.Expected is null ? $"There would be nothing to remove: no feature {edit.Id} is expected."
            : AppendRules.FindProblem(new Append(edit.Stream, 0, [edit.Entry], [new(edit.Layer, edit.Id, edit.After)]) { Key = edit.Key, Answer = edit.Answer });
        if (problem is not null) throw new StoreException(StoreProblem.BadFeature, problem);
    }
}
