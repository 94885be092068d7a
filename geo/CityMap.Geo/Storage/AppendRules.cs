using System.Text;
using System.Text.Json;
using CityMap.Geo.Journal;

namespace CityMap.Geo.Storage;

/// <summary>What an append must be before any store looks at its stream or its features; the same for every store.</summary>
public static class AppendRules
{
    private const int LongestStream = 160;
    private const int LongestKey = 255;

    /// <summary>Looks at one append; null means that it is well formed, else one sentence says why not.</summary>
    public static string? FindProblem(Append append)
    {
        if (Name("stream", append.Stream, LongestStream) is { } problem) return problem;
        if (append.ExpectedVersion < 0) return "An expected version is 0 or more.";
        if (append.Entries.Count == 0) return "An append holds at least one entry.";
        if (append.Key is { } key && (Name("key", key.Value, LongestKey) ?? Name("caller", key.Caller, LongestKey)) is { } wrong) return wrong;
        if (append.Answer is { } answer && ValueRules.FindTextProblem(answer) is { } bad) return $"The answer {bad}.";

        var last = DateTimeOffset.MinValue;
        foreach (var entry in append.Entries)
        {
            if (FindProblem(entry) is { } reason) return reason;
            if (entry.OccurredAt < last) return TimeGoesBack(append.Stream);
            last = entry.OccurredAt;
        }

        foreach (var change in append.Changes)
        {
            if (FeatureRules.FindIdProblem(change.Id) is { } reason) return reason;
            if (change.After is { } after && after.Id != change.Id) return $"The change of {change.Id} holds the feature {after.Id}.";
        }

        return null;
    }

    /// <summary>The refusal of an entry that happened before the last one of its stream.</summary>
    public static string TimeGoesBack(string stream) => $"The time of occurrence goes back within the stream {stream}.";

    /// <summary>Looks at one entry; null means that it is well formed.</summary>
    public static string? FindProblem(NewEntry entry) =>
        Name("kind", entry.Kind, LongestStream)
        ?? Name("actor", entry.Actor, LongestKey)
        ?? (ValueRules.FindTextProblem(entry.Data) is { } problem ? $"The data {problem}." : null)
        ?? (IsObject(entry.Data) ? null : "The data of an entry is one JSON object.");

    private static string? Name(string what, string text, int longest) =>
        text.Length == 0 || text.Length > longest ? $"A {what} has 1 to {longest} characters, not {text.Length}."
        : ValueRules.FindTextProblem(text) is { } problem ? $"The {what} {problem}."
        : null;

    private static bool IsObject(string json)
    {
        if (json == "{}") return true;
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
            reader.Skip();
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
