using CityMap.Geo.Layers;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Geography;
using CityMap.Server.Api;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Parameters;
using CityMap.Viewer.Sheets;

namespace CityMap.Server.Maps;

/// <summary>Which incidents a map shows.</summary>
/// <param name="Where">All of these hold.</param>
/// <param name="Words">The same for who reads the map; null when it shows what is open, as maps do.</param>
internal sealed record IncidentChoice(IReadOnlyList<FieldTest> Where, string? Words)
{
    /// <summary>Takes it from the parameters of a map. Without a condition it is what is still open, as the console shows when nobody filters.</summary>
    public static IncidentChoice From(QueryValues values, MapLanguage language, CityGeography geography, DateTimeOffset now)
    {
        var where = IncidentFilter.From(values, now).Where;
        if (where.Count == 0 && values.Get(MapParameters.All) is not true) return new([new("open", Comparison.In, [true])], null);
        var words = new Wording(language, geography).Of(values);
        return new(where, words.Length == 0 ? null : words);
    }

    // The conditions in the words of the console.
    private sealed class Wording(MapLanguage language, CityGeography geography)
    {
        private readonly List<string> _parts = [];

        public string Of(QueryValues values)
        {
            if (values.Get(IncidentParameters.Text) is { } text) _parts.Add($"“{text}”");
            List(values.Get(IncidentParameters.Severities), Say("mức ", "severity "), static word => word);
            List(values.Get(IncidentParameters.Types), "", code => IncidentTypes.Find(code) is { } type ? Say(type.Title) : code);
            List(values.Get(IncidentParameters.States), "", code => IncidentStates.All.Where(s => s.State.Code() == code).Select(s => Say(s.Title)).FirstOrDefault(code));
            List(values.Get(IncidentParameters.Districts), "", id => geography.Districts.TryGet(id, out var area) ? Say(new(area.NameVi, area.NameEn)) : id);
            List(values.Get(IncidentParameters.Agencies), "", static name => name);
            Flag(values.Get(IncidentParameters.Open), null, Say("đã kết thúc", "finished"));
            Flag(values.Get(IncidentParameters.Overdue), Say("quá hạn", "overdue"), Say("trong hạn", "within the deadline"));
            Flag(values.Get(IncidentParameters.Acknowledged), Say("đã xác nhận", "acknowledged"), Say("chưa xác nhận", "unacknowledged"));
            Flag(values.Get(IncidentParameters.Exercise), Say("diễn tập", "drills"), Say("không kể diễn tập", "without drills"));
            Age(values.Get(IncidentParameters.MaxAge), Say("ghi nhận trong {0} qua", "recorded within {0}"));
            Age(values.Get(IncidentParameters.MinAge), Say("ghi nhận hơn {0} trước", "recorded more than {0} ago"));
            Since(values.Get(IncidentParameters.OccurredSince), Say("xảy ra từ", "occurred since"));
            Since(values.Get(IncidentParameters.UpdatedSince), Say("thay đổi từ", "changed since"));
            Since(values.Get(IncidentParameters.ClosedSince), Say("kết thúc từ", "finished since"));
            if (_parts.Count == 0) return values.Get(IncidentParameters.Open) is null ? Say("mọi sự cố", "all incidents") : "";
            // A map shows what is open; where a filter takes the finished ones in, the reader must know.
            if (TakesFinished(values)) _parts.Add(Say("kể cả đã kết thúc", "finished ones too"));
            return $"{Say("sự cố", "incidents")}: {string.Join(", ", _parts)}";
        }

        private static bool TakesFinished(QueryValues values) => values.Get(IncidentParameters.Open) is null && values.Get(IncidentParameters.Overdue) is null
            && values.Get(IncidentParameters.States) is not { Count: > 0 } && values.Get(IncidentParameters.ClosedSince) is null;

        private void List(IReadOnlyList<string>? words, string before, Func<string, string> name)
        {
            if (words is not { Count: > 0 }) return;
            var first = string.Join(", ", words.SkipLast(1).Select(name));
            _parts.Add(before + (first.Length == 0 ? "" : first + Say(" hoặc ", " or ")) + name(words[^1]));
        }

        private void Flag(bool? wanted, string? yes, string no)
        {
            if (wanted is { } value && (value ? yes : no) is { } word) _parts.Add(word);
        }

        private void Age(TimeSpan? span, string sentence)
        {
            if (span is { } age) _parts.Add(string.Format(Texts.Plain, sentence, Length(age)));
        }

        private void Since(DateTimeOffset? moment, string before)
        {
            if (moment is { } at) _parts.Add($"{before} {MapTexts.Moment(at, language)}");
        }

        private string Length(TimeSpan span)
        {
            string[] parts = [Unit(span.Days, "ngày", "d"), Unit(span.Hours, "giờ", "h"), Unit(span.Minutes, "phút", "min")];
            return string.Join(' ', parts.Where(p => p.Length > 0));
        }

        private string Unit(int number, string vi, string en) => number == 0 ? "" : $"{number} {Say(vi, en)}";

        private string Say(string vi, string en) => language == MapLanguage.Vi ? vi : en;

        private string Say(LocalText text) => Say(text.Vi, text.En);
    }
}
