using CityMap.Geo.Journal;
using CityMap.Geo.PostGis.Layers;
using CityMap.Geo.Storage;

namespace CityMap.Geo.PostGis.Journal;

/// <summary>What can be said about an append without asking the database.</summary>
internal static class AppendRules
{
    /// <summary>Looks at an append; null means that it may be tried.</summary>
    /// <param name="append">The append.</param>
    /// <param name="tables">The layers it changes; a missing one is unknown.</param>
    public static string? FindProblem(Append append, IReadOnlyDictionary<string, LayerTable> tables)
    {
        if (append.Entries.Count == 0) return "An append holds at least one entry.";
        if (append.Stream.Length is 0 or > 160) return $"The name of a stream has 1 to 160 characters, not {append.Stream.Length}.";
        if (append.ExpectedVersion < 0) return "An expected version is not negative.";
        if (append.Key is { } key && (key.Value.Length is 0 or > 255)) return $"An idempotency key has 1 to 255 characters, not {key.Value.Length}.";
        if (FindTextProblem(append) is { } text) return text;

        for (var i = 1; i < append.Entries.Count; i++)
        {
            if (append.Entries[i].OccurredAt < append.Entries[i - 1].OccurredAt) return TimeGoesBack(append.Stream);
        }

        foreach (var change in append.Changes)
        {
            if (FindProblem(change, tables) is { } problem) return problem;
        }

        return null;
    }

    /// <summary>The sentence for an entry that happened before the one before it.</summary>
    public static string TimeGoesBack(string stream) => $"The time of the stream {stream} would go back.";

    private static string? FindTextProblem(Append append)
    {
        if (ValueRules.FindTextProblem(append.Stream) is { } stream) return $"The name of the stream {stream}.";
        if (append.Answer is { } answer && ValueRules.FindTextProblem(answer) is { } wrong) return $"The answer {wrong}.";
        if (append.Key is { } key && (ValueRules.FindTextProblem(key.Caller) ?? ValueRules.FindTextProblem(key.Value)
            ?? ValueRules.FindTextProblem(key.BodyHash)) is { } reason)
        {
            return $"The idempotency key {reason}.";
        }

        foreach (var entry in append.Entries)
        {
            if (ValueRules.FindTextProblem(entry.Kind) is { } kind) return $"The kind of an entry {kind}.";
            if (ValueRules.FindTextProblem(entry.Actor) is { } actor) return $"The actor of an entry {actor}.";
            if (ValueRules.FindTextProblem(entry.Data) is { } data) return $"The data of an entry {data}.";
        }

        return null;
    }

    private static string? FindProblem(FeatureChange change, IReadOnlyDictionary<string, LayerTable> tables)
    {
        if (!tables.TryGetValue(change.Layer, out var table)) return $"There is no layer {change.Layer}.";
        if (!table.Layer.Live) return $"The layer {change.Layer} is static: it changes by imports only.";
        if (change.After is not { } after) return FeatureRules.FindIdProblem(change.Id);
        if (after.Id != change.Id) return $"The change of {change.Id} holds the feature {after.Id}.";
        return FeatureRules.FindProblem(table.Layer, after) ?? Ewkb.FindProblem(table.Layer.Geometry, after.Geometry);
    }
}
