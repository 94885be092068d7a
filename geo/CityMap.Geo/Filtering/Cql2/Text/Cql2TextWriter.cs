using System.Globalization;
using System.Text;

namespace CityMap.Geo.Filtering.Cql2.Text;

/// <summary>Writes a filter as CQL2 text that reads back as the same tree.</summary>
internal sealed class Cql2TextWriter
{
    private readonly StringBuilder _text = new();

    public static string Write(Cql2Expression filter)
    {
        var writer = new Cql2TextWriter();
        writer.Put(filter);
        return writer._text.ToString();
    }

    private void Put(Cql2Expression node)
    {
        switch (node)
        {
            case And and: Join(and.Parts, " AND "); break;
            case Or or: Join(or.Parts, " OR "); break;
            case Not not: _text.Append("NOT "); Inner(not.Inner); break;
            case Compare compare: Infix(compare.Left, Cql2Words.Compare[compare.Operator], compare.Right); break;
            case Arithmetic sum: Infix(sum.Left, Cql2Words.Arithmetic[sum.Operator], sum.Right); break;
            case Like like: Infix(like.Value, "LIKE", like.Pattern); break;
            case Between range: Infix(range.Value, "BETWEEN", range.Low); _text.Append(" AND "); Inner(range.High); break;
            case In choice: Inner(choice.Value); _text.Append(" IN "); List(choice.Choices); break;
            case IsNull test: Inner(test.Value); _text.Append(" IS NULL"); break;
            case Spatial call: Call(Cql2Words.Spatial[call.Operator].ToUpperInvariant(), call.Left, call.Right); break;
            case Temporal call: Call(Cql2Words.Temporal[call.Operator].ToUpperInvariant(), call.Left, call.Right); break;
            case ArrayComparison call: Call(Cql2Words.Array[call.Operator].ToUpperInvariant(), call.Left, call.Right); break;
            case Casei call: Call("CASEI", call.Inner); break;
            case Accenti call: Call("ACCENTI", call.Inner); break;
            case Function call: Call(Name(call.Name), [.. call.Arguments]); break;
            default: Literal(node); break;
        }
    }

    private void Literal(Cql2Expression node)
    {
        switch (node)
        {
            case Property property: _text.Append(Name(property.Name)); break;
            case TextLiteral text: Quoted(text.Value); break;
            case NumberLiteral number: _text.Append(number.Value.ToString("R", CultureInfo.InvariantCulture)); break;
            case BooleanLiteral truth: _text.Append(truth.Value ? "TRUE" : "FALSE"); break;
            case DateLiteral date: _text.Append("DATE('").Append(Instants.Write(date.Value)).Append("')"); break;
            case TimestampLiteral at: _text.Append("TIMESTAMP('").Append(Instants.Write(at.Value)).Append("')"); break;
            case Interval interval: _text.Append("INTERVAL("); End(interval.Start); _text.Append(", "); End(interval.End); _text.Append(')'); break;
            case GeometryLiteral shape: Cql2ShapeText.Write(_text, shape.Value); break;
            case BoxLiteral box: Box(box); break;
            case ArrayLiteral array: List(array.Items); break;
            default: throw new ArgumentException($"{node.GetType().Name} stands only within others.", nameof(node));
        }
    }

    private void End(Cql2Expression end)
    {
        switch (end)
        {
            case OpenEnd: Quoted(".."); break;
            case DateLiteral date: Quoted(Instants.Write(date.Value)); break;
            case TimestampLiteral at: Quoted(Instants.Write(at.Value)); break;
            default: Put(end); break;
        }
    }

    private void Box(BoxLiteral box)
    {
        double[] numbers = box.Heights is { } heights
            ? [box.West, box.South, heights.Lowest, box.East, box.North, heights.Highest]
            : [box.West, box.South, box.East, box.North];
        _text.Append("BBOX(").AppendJoin(", ", numbers.Select(n => n.ToString("R", CultureInfo.InvariantCulture))).Append(')');
    }

    private void Infix(Cql2Expression left, string sign, Cql2Expression right)
    {
        Inner(left);
        _text.Append(' ').Append(sign).Append(' ');
        Inner(right);
    }

    private void Inner(Cql2Expression node)
    {
        var closed = node is not (And or Or or Not or Compare or Arithmetic or Like or Between or In or IsNull);
        if (!closed) _text.Append('(');
        Put(node);
        if (!closed) _text.Append(')');
    }

    private void Join(IReadOnlyList<Cql2Expression> parts, string sign)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0) _text.Append(sign);
            if (parts[i] is And or Or) Inner(parts[i]);
            else Put(parts[i]);
        }
    }

    private void List(IReadOnlyList<Cql2Expression> items) => Call("", [.. items]);

    private void Call(string name, params ReadOnlySpan<Cql2Expression> arguments)
    {
        _text.Append(name).Append('(');
        for (var i = 0; i < arguments.Length; i++)
        {
            if (i > 0) _text.Append(", ");
            Put(arguments[i]);
        }

        _text.Append(')');
    }

    private void Quoted(string text) => _text.Append('\'').Append(text.Replace("'", "''", StringComparison.Ordinal)).Append('\'');

    private static string Name(string name) => $"\"{name}\"";
}
