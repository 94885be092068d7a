namespace CityMap.Geo.Filtering.Cql2;

/// <summary>All of them hold; at least two.</summary>
public sealed record And(IReadOnlyList<Cql2Expression> Parts) : Cql2Expression;

/// <summary>One of them holds; at least two.</summary>
public sealed record Or(IReadOnlyList<Cql2Expression> Parts) : Cql2Expression;

/// <summary>The contrary; null stays null.</summary>
public sealed record Not(Cql2Expression Inner) : Cql2Expression;

/// <summary>Two scalars compared; texts by their bytes.</summary>
public sealed record Compare(CompareOperator Operator, Cql2Expression Left, Cql2Expression Right) : Cql2Expression;

/// <summary>A text against a pattern: <c>%</c> any characters, <c>_</c> one, <c>\</c> makes the next literal.</summary>
public sealed record Like(Cql2Expression Value, Cql2Expression Pattern) : Cql2Expression;

/// <summary>A number from low to high, both included.</summary>
public sealed record Between(Cql2Expression Value, Cql2Expression Low, Cql2Expression High) : Cql2Expression;

/// <summary>Equal to one of the choices.</summary>
public sealed record In(Cql2Expression Value, IReadOnlyList<Cql2Expression> Choices) : Cql2Expression;

/// <summary>Has no value.</summary>
public sealed record IsNull(Cql2Expression Value) : Cql2Expression;

/// <summary>Two shapes related as the DE-9IM says (OGC 06-103r4).</summary>
public sealed record Spatial(SpatialOperator Operator, Cql2Expression Left, Cql2Expression Right) : Cql2Expression;

/// <summary>Two instants or intervals related as OWL-Time says.</summary>
public sealed record Temporal(TemporalOperator Operator, Cql2Expression Left, Cql2Expression Right) : Cql2Expression;

/// <summary>Two lists compared. Read and written, but no layer has lists.</summary>
public sealed record ArrayComparison(ArrayOperator Operator, Cql2Expression Left, Cql2Expression Right) : Cql2Expression;
