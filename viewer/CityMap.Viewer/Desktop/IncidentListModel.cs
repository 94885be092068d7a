using System.Globalization;
using System.Text;
using CityMap.Viewer.Data;

namespace CityMap.Viewer.Desktop;

/// <summary>
/// The list of open incidents: what nobody has seen first, then what is late, then by severity, then the newest. It holds exactly what the
/// map shows, for both read the same features.
/// </summary>
/// <param name="incidents">The live layer.</param>
/// <param name="selection">What is chosen.</param>
/// <param name="time">The clock deadlines are held against.</param>
public sealed class IncidentListModel(LiveFeatures incidents, SelectionModel selection, TimeProvider time)
{
    private readonly HashSet<int> _severities = [];

    /// <summary>What was open at the moment looked at, with that moment; null is now.</summary>
    public (FeatureSet Features, DateTimeOffset At)? Past { get; set; }

    /// <summary>Words that must all occur, whatever their case and diacritics.</summary>
    public string Words { get; set; } = "";

    /// <summary>Only these severities; none chosen means all.</summary>
    public ISet<int> Severities => _severities;

    /// <summary>Only in this district; null for all.</summary>
    public string? District { get; set; }

    /// <summary>Only what nobody has seen yet.</summary>
    public bool OnlyUnacknowledged { get; set; }

    /// <summary>Only what is late.</summary>
    public bool OnlyOverdue { get; set; }

    /// <summary>How many are open, late, and not seen, whatever the filter.</summary>
    public (int Open, int Overdue, int Unacknowledged) Counts
    {
        get
        {
            var (all, now) = (All(), Now);
            return (all.Count, all.Count(r => r.Overdue(now)), all.Count(r => !r.Acknowledged));
        }
    }

    /// <summary>The rows that match, in their order.</summary>
    public IReadOnlyList<IncidentRow> Rows()
    {
        var now = Now;
        var words = Plain(Words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. All().Where(r => Matches(r, words, now))
                .OrderBy(r => r.Acknowledged).ThenByDescending(r => r.Overdue(now)).ThenByDescending(r => r.Severity).ThenByDescending(r => r.Recorded).ThenBy(r => r.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The number of the chosen row; -1 when it is not in the list.</summary>
    public int Chosen(IReadOnlyList<IncidentRow> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (selection.Layer == incidents.Layer && rows[i].Id == selection.Id) return i;
        }

        return -1;
    }

    /// <summary>Chooses the next row, or the one before (-1); from outside the list its first or last.</summary>
    public void Step(int by)
    {
        var rows = Rows();
        if (rows.Count == 0) return;
        var at = Chosen(rows);
        var next = at < 0 ? (by > 0 ? 0 : rows.Count - 1) : Math.Clamp(at + by, 0, rows.Count - 1);
        selection.Choose(incidents.Layer, rows[next].Id);
    }

    private DateTimeOffset Now => Past?.At ?? time.GetUtcNow();

    private List<IncidentRow> All() => [.. (Past?.Features ?? incidents.Features).Features.Where(f => f.Attributes.GetValueOrDefault("open") is not false).Select(IncidentRow.Of)];

    private bool Matches(IncidentRow row, string[] words, DateTimeOffset now) =>
        (_severities.Count == 0 || _severities.Contains(row.Severity)) && (District is null || row.DistrictId == District)
        && (!OnlyUnacknowledged || !row.Acknowledged) && (!OnlyOverdue || row.Overdue(now))
        && (words.Length == 0 || Plain($"{row.Title} {row.Address} {row.Type}") is var text && Array.TrueForAll(words, w => text.Contains(w, StringComparison.Ordinal)));

    // Đ has no decomposition of its own.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) plain.Append(letter is 'Đ' or 'đ' ? 'd' : char.ToLowerInvariant(letter));
        }

        return plain.ToString();
    }
}
