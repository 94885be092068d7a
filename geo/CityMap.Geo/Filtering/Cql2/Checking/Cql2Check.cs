using CityMap.Geo.Layers;

namespace CityMap.Geo.Filtering.Cql2;

/// <summary>
/// Binds a filter to a layer: every name is a field, every literal of the type it is compared with, texts are folded, boxes are areas. Only what
/// has passed here reaches an interpreter.
/// </summary>
public sealed class Cql2Check
{
    private readonly LayerInfo _layer;

    private Cql2Check(LayerInfo layer) => _layer = layer;

    /// <summary>The bound filter.</summary>
    /// <exception cref="Cql2Exception">It does not fit the layer.</exception>
    public static Cql2Expression Bind(LayerInfo layer, Cql2Expression filter) => new Cql2Check(layer).Take(filter, ValueKind.Boolean, "A filter");

    private Cql2Expression Check(Cql2Expression node) => node switch
    {
        Property property => PropertyNames.Bind(_layer, property),
        And and => and with { Parts = Each(and.Parts, ValueKind.Boolean, "AND") },
        Or or => or with { Parts = Each(or.Parts, ValueKind.Boolean, "OR") },
        Not not => not with { Inner = Take(not.Inner, ValueKind.Boolean, "NOT") },
        Compare compare => Comparison(compare),
        In choice => Choice(choice),
        Between range => range with
        {
            Value = Take(range.Value, ValueKind.Number, "BETWEEN"),
            Low = Take(range.Low, ValueKind.Number, "BETWEEN"),
            High = Take(range.High, ValueKind.Number, "BETWEEN"),
        },
        Like like => like with { Value = Take(like.Value, ValueKind.Text, "LIKE"), Pattern = Pattern(like.Pattern) },
        IsNull test => test with { Value = Check(test.Value) is var value && Kinds.Of(value) is not (ValueKind.Array or ValueKind.Interval) ? value : throw Wrong("IS NULL takes no list and no interval.", test) },
        Arithmetic sum => sum with { Left = Take(sum.Left, ValueKind.Number, Cql2Words.Arithmetic[sum.Operator]), Right = Take(sum.Right, ValueKind.Number, Cql2Words.Arithmetic[sum.Operator]) },
        Casei casei => Folded(casei.Inner, "CASEI", CaseFolding.Fold, inner => casei with { Inner = inner }),
        Accenti accenti => Folded(accenti.Inner, "ACCENTI", AccentFolding.Fold, inner => accenti with { Inner = inner }),
        Spatial spatial => Relation(spatial),
        Temporal temporal => TimeCheck.Check(temporal, Check),
        Interval interval => TimeCheck.Check(interval, Check),
        GeometryLiteral shape => ShapeCheck.Check(shape),
        BoxLiteral box => ShapeCheck.Check(box),
        ArrayComparison or ArrayLiteral => throw Wrong($"The layer {_layer.Id} has no lists: array functions cannot be asked of it.", node),
        Function function => throw Wrong($"There is no function {function.Name}: there are CASEI, ACCENTI, the spatial S_… and the temporal T_….", node),
        OpenEnd => throw Wrong("\"..\" stands only in an interval.", node),
        _ => node,
    };

    private Cql2Expression Take(Cql2Expression node, ValueKind wanted, string where)
    {
        var bound = Check(node);
        var kind = Kinds.Of(bound);
        return kind == wanted ? bound : throw Wrong($"{where} takes {Kinds.InWords(wanted)}; {Named(bound)} is {Kinds.InWords(kind)}.", node);
    }

    private List<Cql2Expression> Each(IReadOnlyList<Cql2Expression> nodes, ValueKind wanted, string where) => [.. nodes.Select(node => Take(node, wanted, where))];

    private Compare Comparison(Compare compare)
    {
        var (left, right) = (Scalar(compare.Left), Scalar(compare.Right));
        SameKind(left, right);
        return compare with { Left = left, Right = right };
    }

    private In Choice(In choice)
    {
        var value = Scalar(choice.Value);
        var choices = choice.Choices.Select(Scalar).ToList();
        foreach (var one in choices) SameKind(value, one);
        return choice with { Value = value, Choices = choices };
    }

    private Cql2Expression Scalar(Cql2Expression node)
    {
        var bound = Check(node);
        return Kinds.Of(bound) is ValueKind.Text or ValueKind.Number or ValueKind.Boolean or ValueKind.Instant
            ? bound
            : throw Wrong($"{Named(bound)} is {Kinds.InWords(Kinds.Of(bound))} and cannot be compared like a scalar.", node);
    }

    private static void SameKind(Cql2Expression left, Cql2Expression right)
    {
        var (a, b) = (Kinds.Of(left), Kinds.Of(right));
        if (a == b) return;
        var example = (a, b) is (ValueKind.Instant, ValueKind.Text) or (ValueKind.Text, ValueKind.Instant)
            ? " A timestamp is written TIMESTAMP('2026-11-25T07:05:00Z'), a date DATE('2026-11-25')." : "";
        throw Wrong($"{Named(left)} is {Kinds.InWords(a)}, {Named(right)} is {Kinds.InWords(b)}: they cannot be compared.{example}", right);
    }

    private TextLiteral Pattern(Cql2Expression node)
    {
        if (Check(node) is not TextLiteral pattern) throw Wrong("The pattern of LIKE is a text, or CASEI or ACCENTI of one.", node);
        return LikePattern.EndsOpen(pattern.Value) ? throw Wrong("The pattern ends with a backslash: two of them mean one.", node) : pattern;
    }

    private Cql2Expression Folded(Cql2Expression node, string where, Func<string, string> fold, Func<Cql2Expression, Cql2Expression> wrap)
    {
        var inner = Take(node, ValueKind.Text, where);
        return inner is TextLiteral text ? text with { Value = fold(text.Value) } : wrap(inner);
    }

    private Spatial Relation(Spatial spatial)
    {
        var where = Cql2Words.Spatial[spatial.Operator].ToUpperInvariant();
        var (left, right) = (Take(spatial.Left, ValueKind.Geometry, where), Take(spatial.Right, ValueKind.Geometry, where));
        foreach (var operand in (Cql2Expression[])[left, right])
        {
            var mixed = operand is GeometryLiteral
            {
                Value: NetTopologySuite.Geometries.GeometryCollection and not (
                NetTopologySuite.Geometries.MultiPoint or NetTopologySuite.Geometries.MultiLineString or NetTopologySuite.Geometries.MultiPolygon)
            };
            if (mixed && spatial.Operator is not (SpatialOperator.Intersects or SpatialOperator.Disjoint))
            {
                throw Wrong($"{where} takes no geometry collection; S_INTERSECTS and S_DISJOINT do.", operand);
            }
        }

        return spatial with { Left = left, Right = right };
    }

    private static string Named(Cql2Expression node) => node switch
    {
        Property property => property.Name,
        TextLiteral text => $"'{(text.Value.Length <= 40 ? text.Value : text.Value[..40] + "…")}'",
        NumberLiteral number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "what stands here",
    };

    private static Cql2Exception Wrong(string reason, Cql2Expression node) => new(reason, node.Place);
}
