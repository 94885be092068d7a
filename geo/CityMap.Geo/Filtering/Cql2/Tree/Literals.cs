using NetTopologySuite.Geometries;

namespace CityMap.Geo.Filtering.Cql2;

/// <summary>A text.</summary>
public sealed record TextLiteral(string Value) : Cql2Expression;

/// <summary>A finite number.</summary>
public sealed record NumberLiteral(double Value) : Cql2Expression;

/// <summary>True or false.</summary>
public sealed record BooleanLiteral(bool Value) : Cql2Expression;

/// <summary>A day; where it is compared with timestamps it stands for its first moment, UTC.</summary>
public sealed record DateLiteral(DateOnly Value) : Cql2Expression;

/// <summary>An instant, UTC.</summary>
public sealed record TimestampLiteral(DateTimeOffset Value) : Cql2Expression;

/// <summary>The open end of an interval, written <c>..</c>.</summary>
public sealed record OpenEnd : Cql2Expression;

/// <summary>From one instant to another; each a date, a timestamp, a property or open.</summary>
public sealed record Interval(Cql2Expression Start, Cql2Expression End) : Cql2Expression;

/// <summary>A shape as written; heights are read and dropped.</summary>
public sealed record GeometryLiteral(Geometry Value) : Cql2Expression;

/// <summary>A box west, south, east, north; west of east crosses the antimeridian.</summary>
public sealed record BoxLiteral(double West, double South, double East, double North) : Cql2Expression
{
    /// <summary>The lowest and highest height, when it was written with them; CityMap knows two dimensions.</summary>
    public (double Lowest, double Highest)? Heights { get; init; }
}

/// <summary>A list of values.</summary>
public sealed record ArrayLiteral(IReadOnlyList<Cql2Expression> Items) : Cql2Expression;
