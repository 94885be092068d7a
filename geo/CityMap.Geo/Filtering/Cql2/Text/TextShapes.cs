using NetTopologySuite.Geometries;

namespace CityMap.Geo.Filtering.Cql2.Text;

/// <summary>Shapes in CQL2 text: WKT with or without Z, and BBOX.</summary>
internal sealed class TextShapes(TokenCursor cursor)
{
    private static readonly GeometryFactory _factory = NetTopologySuite.NtsGeometryServices.Instance.CreateGeometryFactory(4326);
    private bool _heights;

    /// <summary>True when a word and what follows it begin a shape.</summary>
    public static bool Begins(Token word, Token next) =>
        word.Value.ToUpperInvariant() is "POINT" or "LINESTRING" or "POLYGON" or "MULTIPOINT" or "MULTILINESTRING" or "MULTIPOLYGON" or "GEOMETRYCOLLECTION" or "BBOX"
        && (next.IsSymbol("(") || next.IsWord("Z"));

    public Cql2Expression Read()
    {
        var from = cursor.Now;
        if (!from.IsWord("BBOX")) return cursor.Count(new GeometryLiteral(Tagged(true)), from);
        cursor.Take();
        var n = Numbers();
        return n.Count switch
        {
            4 => cursor.Count(Box(n[0], n[1], n[2], n[3], from), from),
            6 => cursor.Count(Box(n[0], n[1], n[3], n[4], from) with { Heights = (n[2], n[5]) }, from),
            _ => throw new Cql2Exception($"BBOX takes 4 numbers, or 6 with heights, not {n.Count}.", from.Place),
        };
    }

    /// <exception cref="Cql2Exception">South lies north of north.</exception>
    public static BoxLiteral Box(double west, double south, double east, double north, string place) =>
        south <= north ? new(west, south, east, north) : throw new Cql2Exception("The box's south lies north of its north.", place);

    private static BoxLiteral Box(double west, double south, double east, double north, Token from) => Box(west, south, east, north, from.Place);

    private Geometry Tagged(bool collections)
    {
        var word = cursor.Take();
        _heights = cursor.TakeWord("Z");
        return word.Value.ToUpperInvariant() switch
        {
            "POINT" => Single(),
            "LINESTRING" => Line(),
            "POLYGON" => Area(),
            "MULTIPOINT" => _factory.CreateMultiPoint([.. Each(Single)]),
            "MULTILINESTRING" => _factory.CreateMultiLineString([.. Each(Line)]),
            "MULTIPOLYGON" => _factory.CreateMultiPolygon([.. Each(Area)]),
            "GEOMETRYCOLLECTION" when collections => _factory.CreateGeometryCollection([.. Each(() => Tagged(false))]),
            _ => throw new Cql2Exception($"{word} is no shape that can stand here.", word.Place),
        };
    }

    private Point Single()
    {
        cursor.Expect("(", "before the position");
        var position = Position();
        cursor.Expect(")", "after the position");
        return _factory.CreatePoint(position);
    }

    private LineString Line()
    {
        var from = cursor.Now;
        var positions = Each(Position);
        return positions.Count >= 2 ? _factory.CreateLineString([.. positions]) : throw new Cql2Exception("A line needs two positions.", from.Place);
    }

    private LinearRing Ring()
    {
        var from = cursor.Now;
        var positions = Each(Position);
        if (positions.Count < 4) throw new Cql2Exception("A ring needs four positions, the last like the first.", from.Place);
        return positions[0].Equals2D(positions[^1])
            ? _factory.CreateLinearRing([.. positions])
            : throw new Cql2Exception("The ring is not closed: its last position is not its first.", from.Place);
    }

    private Polygon Area()
    {
        var rings = Each(Ring);
        return _factory.CreatePolygon(rings[0], [.. rings.Skip(1)]);
    }

    private List<T> Each<T>(Func<T> one)
    {
        cursor.Enter();
        cursor.Expect("(", "in the shape");
        var parts = new List<T>();
        do parts.Add(one());
        while (cursor.TakeSymbol(","));
        cursor.Expect(")", "in the shape");
        cursor.Leave();
        return parts;
    }

    private Coordinate Position()
    {
        cursor.CountVertex();
        var position = new Coordinate(Number(), Number());
        if (_heights || cursor.Now.Kind == TokenKind.Number || cursor.Now.IsSymbol("-") || cursor.Now.IsSymbol("+")) _ = Number();
        return position;
    }

    private List<double> Numbers()
    {
        cursor.Expect("(", "after BBOX");
        var numbers = new List<double>();
        do numbers.Add(Number());
        while (cursor.TakeSymbol(",") && numbers.Count < 7);
        cursor.Expect(")", "to close BBOX");
        return numbers;
    }

    private double Number()
    {
        var sign = cursor.TakeSymbol("-") ? -1 : 1;
        if (sign == 1) cursor.TakeSymbol("+");
        return cursor.Now.Kind == TokenKind.Number ? sign * TextOperands.Number(cursor.Take()) : throw cursor.Wrong("A number is missing");
    }
}
