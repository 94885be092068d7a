namespace CityMap.Geo.Filtering.Cql2;

/// <summary>IS NULL, of whatever kind.</summary>
internal static class NullTest
{
    public static Func<FilterRow, bool?> Of(Cql2Expression node, Func<Cql2Expression, Func<FilterRow, bool?>> boolean)
    {
        switch (node)
        {
            case Property { Kind: ValueKind.Geometry }: return row => row.Geometry is null;
            case Property { Field: >= 0 } property: return row => row.Value(property.Field) is null;
            case Property or TextLiteral or NumberLiteral or DateLiteral or TimestampLiteral or GeometryLiteral or BooleanLiteral: return _ => false;
            case Arithmetic:
                var number = Scalars.Number(node);
                return row => number(row) is null;
            case Casei or Accenti:
                var text = Scalars.Text(node);
                return row => text(row) is null;
            default:
                var test = boolean(node);
                return row => test(row) is null;
        }
    }
}
