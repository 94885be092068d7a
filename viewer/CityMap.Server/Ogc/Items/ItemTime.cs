using CityMap.Geo.Filtering.Cql2;
using CityMap.Geo.Layers;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Parameters;

namespace CityMap.Server.Ogc.Items;

/// <summary>The parameter datetime (OGC 17-069r4 §7.15.4), and what it means for a layer.</summary>
internal static class ItemTime
{
    private const string Expected = "an RFC 3339 instant, or two of them with / between, either perhaps ..";

    public static Interval Parse(QueryText text)
    {
        var ends = text.Value.Split('/');
        if (ends.Length > 2 || (ends.Length == 2 && IsOpen(ends[0]) && IsOpen(ends[1]))) throw Wrong(text);
        if (ends.Length == 2) return Checked(new(End(ends[0], first: true, text), End(ends[1], first: false, text)), text);
        if (!TryInstant(ends[0], out var start, out var end)) throw Wrong(text);
        return new(start, end);
    }

    /// <summary>Reads an instant; a day alone is from its first moment to its last.</summary>
    public static bool TryInstant(string text, out Cql2Expression start, out Cql2Expression end)
    {
        // A plus sign that was not escaped arrives as a space.
        text = text.Replace(' ', '+');
        start = end = new OpenEnd();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", Api.Texts.Plain, System.Globalization.DateTimeStyles.None, out var day))
        {
            var first = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            (start, end) = (new TimestampLiteral(first), new TimestampLiteral(first.AddDays(day == DateOnly.MaxValue ? 0 : 1).AddMicroseconds(-1)));
            return true;
        }

        if (!Instants.TryParse(text, out var instant)) return false;
        start = end = new TimestampLiteral(instant);
        return true;
    }

    /// <summary>The condition on a layer: what falls into the interval, and what has no time.</summary>
    public static Cql2Expression? Condition(LayerInfo layer, Interval wanted)
    {
        if (FieldOf(layer) is not { } field) return null;
        var property = new Property(field.Name);
        return new Or([new IsNull(property), new Temporal(TemporalOperator.Intersects, property, wanted)]);
    }

    /// <summary>The field that says when a feature of the layer was; null when none does.</summary>
    public static FieldInfo? FieldOf(LayerInfo layer) =>
        layer.Fields.FirstOrDefault(f => f.Name == "occurred_at" && f.Type == FieldType.Timestamp) ?? layer.Fields.FirstOrDefault(f => f.Type == FieldType.Timestamp);

    private static bool IsOpen(string end) => end is "" or "..";

    private static Cql2Expression End(string text, bool first, QueryText whole) =>
        IsOpen(text) ? new OpenEnd() : TryInstant(text, out var start, out var end) ? (first ? start : end) : throw Wrong(whole);

    private static Interval Checked(Interval interval, QueryText text) =>
        interval is { Start: TimestampLiteral a, End: TimestampLiteral b } && a.Value > b.Value
            ? throw text.Wrong("The interval ends before it begins.", Expected)
            : interval;

    private static Api.Problems.ProblemException Wrong(QueryText text) => text.Wrong($"{Api.Texts.Shown(text.Value)} is no time.", Expected);
}
