using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CityMap.Geo.Filtering.Cql2.Json;

/// <summary>Writes a filter as CQL2 JSON that reads back as the same tree.</summary>
internal sealed class Cql2JsonWriter
{
    private readonly Utf8JsonWriter _json;

    private Cql2JsonWriter(Utf8JsonWriter json) => _json = json;

    public static string Write(Cql2Expression filter)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) new Cql2JsonWriter(json).Put(filter);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private void Put(Cql2Expression node)
    {
        switch (node)
        {
            case And and: Call("and", [.. and.Parts]); break;
            case Or or: Call("or", [.. or.Parts]); break;
            case Not not: Call("not", not.Inner); break;
            case Compare compare: Call(Cql2Words.Compare[compare.Operator], compare.Left, compare.Right); break;
            case Arithmetic sum: Call(Cql2Words.Arithmetic[sum.Operator], sum.Left, sum.Right); break;
            case Like like: Call("like", like.Value, like.Pattern); break;
            case Between range: Call("between", range.Value, range.Low, range.High); break;
            case In choice: Call("in", choice.Value, new ArrayLiteral(choice.Choices)); break;
            case IsNull test: Call("isNull", test.Value); break;
            case Spatial call: Call(Cql2Words.Spatial[call.Operator], call.Left, call.Right); break;
            case Temporal call: Call(Cql2Words.Temporal[call.Operator], call.Left, call.Right); break;
            case ArrayComparison call: Call(Cql2Words.Array[call.Operator], call.Left, call.Right); break;
            case Casei call: Call("casei", call.Inner); break;
            case Accenti call: Call("accenti", call.Inner); break;
            case Function call: Call(call.Name, [.. call.Arguments]); break;
            default: Literal(node); break;
        }
    }

    private void Literal(Cql2Expression node)
    {
        switch (node)
        {
            case TextLiteral text: _json.WriteStringValue(text.Value); break;
            case NumberLiteral number: _json.WriteNumberValue(number.Value); break;
            case BooleanLiteral truth: _json.WriteBooleanValue(truth.Value); break;
            case Property property: Wrapped("property", property.Name); break;
            case DateLiteral date: Wrapped("date", Instants.Write(date.Value)); break;
            case TimestampLiteral at: Wrapped("timestamp", Instants.Write(at.Value)); break;
            case Interval interval: Ends(interval); break;
            case BoxLiteral box: Box(box); break;
            case GeometryLiteral shape: Cql2ShapeJson.Write(_json, shape.Value); break;
            case ArrayLiteral array: List([.. array.Items]); break;
            default: throw new ArgumentException($"{node.GetType().Name} stands only within others.", nameof(node));
        }
    }

    private void Ends(Interval interval)
    {
        _json.WriteStartObject();
        _json.WriteStartArray("interval");
        foreach (var end in (Cql2Expression[])[interval.Start, interval.End])
        {
            switch (end)
            {
                case OpenEnd: _json.WriteStringValue(".."); break;
                case DateLiteral date: _json.WriteStringValue(Instants.Write(date.Value)); break;
                case TimestampLiteral at: _json.WriteStringValue(Instants.Write(at.Value)); break;
                default: Put(end); break;
            }
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Box(BoxLiteral box)
    {
        double[] numbers = box.Heights is { } heights
            ? [box.West, box.South, heights.Lowest, box.East, box.North, heights.Highest]
            : [box.West, box.South, box.East, box.North];
        _json.WriteStartObject();
        _json.WriteStartArray("bbox");
        foreach (var number in numbers) _json.WriteNumberValue(number);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Wrapped(string name, string value)
    {
        _json.WriteStartObject();
        _json.WriteString(name, value);
        _json.WriteEndObject();
    }

    private void Call(string op, params ReadOnlySpan<Cql2Expression> arguments)
    {
        _json.WriteStartObject();
        _json.WriteString("op", op);
        _json.WritePropertyName("args");
        List(arguments);
        _json.WriteEndObject();
    }

    private void List(ReadOnlySpan<Cql2Expression> items)
    {
        _json.WriteStartArray();
        foreach (var item in items) Put(item);
        _json.WriteEndArray();
    }
}
