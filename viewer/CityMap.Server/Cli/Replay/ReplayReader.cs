using System.Globalization;
using System.Text.RegularExpressions;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Storage;

namespace CityMap.Server.Cli.Replay;

/// <summary>Understands the rows of a file by a mapping: what happened, where, when, and to which incident.</summary>
internal sealed partial class ReplayReader(ReplayMap map, TimeText times)
{
    private const int LongestTitle = 200;
    private const int LongestDescription = 4000;

    /// <summary>Understands one row, or says why it cannot.</summary>
    public (ReplayRow? Row, SourceRemark? Bad) Read(SourceRow row)
    {
        if (TimeTextOf(row, map.Time) is not { } time) return Bad(row, map.Time, "The row has no time.");
        if (!times.TryRead(time, out var at, out var reason)) return Bad(row, map.Time, reason!);
        if (!TryNumber(row, map.Lon, out var lon) || !TryNumber(row, map.Lat, out var lat)) return Bad(row, map.Lon, "The position is not a pair of numbers.");
        var key = map.Id.Select(name => Text(row, name)).FirstOrDefault(text => text is not null);
        var type = TypeOf(row);
        return (new(
            row.Line,
            at,
            Text(row, map.Started) is { } started && times.TryRead(started, out var began, out _) && began <= at ? began : null,
            key,
            KindOf(row),
            lon,
            lat,
            type,
            map.Severity ?? TypeWords.UsualSeverity(type),
            Cut(Plain(Text(row, map.Title) ?? type), LongestTitle),
            Describe(row),
            Text(row, map.Agency) is { } named && Plain(named) is { Length: > 0 } agency ? Cut(agency, LongestTitle) : null,
            map.Watch.Where(name => Text(row, name) is not null).ToDictionary(Leaf, name => Text(row, name)!, StringComparer.Ordinal)), null);
    }

    private static (ReplayRow?, SourceRemark?) Bad(SourceRow row, string? field, string reason) =>
        (null, new(row.Line, Gravity.Bad, field ?? "", reason));

    private static string? Text(SourceRow row, string? name) =>
        name is not null && row.Values.GetValueOrDefault(name) is string { Length: > 0 } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>The text of a time column, or of two columns joined by a plus sign: the day and the hour.</summary>
    public static string? TimeTextOf(SourceRow row, string? name)
    {
        if (name is null || row.Values.ContainsKey(name) || !name.Contains('+')) return Text(row, name);
        var parts = name.Split('+').Select(part => Text(row, part)).ToList();
        return parts.Contains(null) ? null : string.Join(' ', parts);
    }

    // Decimal commas, as an import takes them.
    private static bool TryNumber(SourceRow row, string? name, out double? value)
    {
        value = null;
        if (Text(row, name) is not { } text) return true;
        if (!double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return false;
        value = number;
        return true;
    }

    private ReplayKind KindOf(SourceRow row) =>
        Text(row, map.Event)?.ToLowerInvariant() is "gone" or "closed" or "removed" ? ReplayKind.Gone : ReplayKind.Listed;

    private string TypeOf(SourceRow row)
    {
        var text = Text(row, map.Type.Column);
        if (text is not null && map.Type.Values.TryGetValue(text, out var exact)) return exact;
        if (map.Type.Default is { } fixedType && map.Type.Column is null) return fixedType;
        return (text is null ? null : TypeWords.Find(text)) ?? (Text(row, map.Title) is { } title ? TypeWords.Find(title) : null) ?? map.Type.Default ?? "OTHER";
    }

    private string? Describe(SourceRow row)
    {
        var parts = map.Description.Select(name => Text(row, name)).OfType<string>().Select(Plain).Where(p => p.Length > 0).ToList();
        return parts.Count == 0 ? null : Cut(string.Join('\n', parts), LongestDescription);
    }

    private static string Leaf(string name) => name.Contains('.') ? name[(name.LastIndexOf('.') + 1)..] : name;

    // Feeds carry markup and line breaks; the journal takes plain text.
    private static string Plain(string text) =>
        Blanks().Replace(System.Net.WebUtility.HtmlDecode(Tags().Replace(text, " ")), " ").Trim();

    private static string Cut(string text, int length)
    {
        text = CanonicalText.Composed(text);
        if (text.Length <= length) return text;
        var end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text[..end] + "…";
    }

    [GeneratedRegex("<[^>]{0,1000}>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\s\p{Cc}]+")]
    private static partial Regex Blanks();
}
