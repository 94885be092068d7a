using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityMap.Server.Api.Incidents;

/// <summary>How many incidents there are.</summary>
/// <param name="Sequence">The journal sequence number the counts are true at.</param>
/// <param name="Total">All that match.</param>
/// <param name="Open">Of them, open.</param>
/// <param name="Overdue">Of them, open and past the deadline.</param>
/// <param name="Unacknowledged">Of them, open and seen by nobody.</param>
/// <param name="Rows">One row per combination that occurs, the most frequent first.</param>
internal sealed record IncidentCounts(
    long Sequence, long Total, long Open, long Overdue, long Unacknowledged, IReadOnlyList<CountRow> Rows);

/// <summary>One combination of values: a member for each field counted by, and <c>count</c>.</summary>
[JsonConverter(typeof(CountRowConverter))]
internal sealed record CountRow(IReadOnlyList<string> By, IReadOnlyList<object?> Values, long Count);

/// <summary>Values that are equal when each of them is.</summary>
internal readonly record struct CountKey(IReadOnlyList<object?> Values)
{
    /// <inheritdoc/>
    public bool Equals(CountKey other) => Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Aggregate(17, HashCode.Combine);
}

/// <summary>Writes a row as one flat object.</summary>
internal sealed class CountRowConverter : JsonConverter<CountRow>
{
    /// <inheritdoc/>
    public override CountRow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Counts are only written.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CountRow value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        for (var i = 0; i < value.By.Count; i++)
        {
            writer.WritePropertyName(value.By[i]);
            switch (value.Values[i])
            {
                case null: writer.WriteNullValue(); break;
                case long number: writer.WriteNumberValue(number); break;
                case bool flag: writer.WriteBooleanValue(flag); break;
                case var other: writer.WriteStringValue(other.ToString()); break;
            }
        }

        writer.WriteNumber("count", value.Count);
        writer.WriteEndObject();
    }
}
