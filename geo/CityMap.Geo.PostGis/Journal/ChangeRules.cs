using CityMap.Geo.Journal;
using CityMap.Geo.PostGis.Layers;
using CityMap.Geo.Storage;

namespace CityMap.Geo.PostGis.Journal;

/// <summary>What can be said about an append without asking the database.</summary>
internal static class ChangeRules
{
    /// <summary>Looks at an append; null means that it may be tried.</summary>
    /// <param name="append">The append.</param>
    /// <param name="tables">The layers it changes; a missing one is unknown.</param>
    public static string? FindProblem(Append append, IReadOnlyDictionary<string, LayerTable> tables)
    {
        if (AppendRules.FindProblem(append) is { } reason) return reason;
        foreach (var change in append.Changes)
        {
            if (FindProblem(change, tables) is { } problem) return problem;
        }

        return null;
    }

    private static string? FindProblem(FeatureChange change, IReadOnlyDictionary<string, LayerTable> tables)
    {
        if (!tables.TryGetValue(change.Layer, out var table)) return $"There is no layer {change.Layer}.";
        if (!table.Layer.Live) return $"The layer {change.Layer} is static: it changes by imports only.";
        return change.After is { } after
            ? FeatureRules.FindProblem(table.Layer, after) ?? Ewkb.FindProblem(table.Layer.Geometry, after.Geometry)
            : null;
    }
}
