using CityMap.Geo.GeoPackage.Layers;
using CityMap.Geo.Journal;
using CityMap.Geo.Storage;

namespace CityMap.Geo.GeoPackage.Journal;

/// <summary>An append checked and encoded on the caller's thread: what is left to the writer needs the database.</summary>
internal sealed record PreparedAppend(Append Append, string? Problem, IReadOnlyList<PreparedChange> Changes)
{
    public static PreparedAppend From(Append append, Catalogue catalogue)
    {
        if (AppendRules.FindProblem(append) is { } problem) return new(append, problem, []);

        // Of two changes of one feature in one append the last one holds.
        var changes = new Dictionary<(string, string), PreparedChange>();
        foreach (var change in append.Changes)
        {
            if (catalogue.TryGet(change.Layer) is not { } layer) return new(append, $"There is no layer {change.Layer}.", []);
            if (!layer.Info.Live) return new(append, $"The layer {change.Layer} is static: it changes by an import, not by an entry.", []);
            if (change.After is { } after && FeatureRules.FindProblem(layer.Info, after) is { } wrong) return new(append, wrong, []);
            changes[(change.Layer, change.Id)] = new(layer, change.Id, change.After is null ? null : new EncodedFeature(layer, change.After));
        }

        return new(append, null, [.. changes.Values]);
    }
}

/// <summary>One change of one feature, encoded; null when it goes.</summary>
internal sealed record PreparedChange(LayerTable Layer, string Id, EncodedFeature? After);
