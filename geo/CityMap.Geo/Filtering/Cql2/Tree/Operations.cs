namespace CityMap.Geo.Filtering.Cql2;

/// <summary>
/// A number from two. Operands beyond 10^150 have no result, those nearer to zero than 10^-150 count as zero: no store runs into an overflow.
/// </summary>
public sealed record Arithmetic(ArithmeticOperator Operator, Cql2Expression Left, Cql2Expression Right) : Cql2Expression;

/// <summary>A text without its case (<see cref="CaseFolding"/>).</summary>
public sealed record Casei(Cql2Expression Inner) : Cql2Expression;

/// <summary>A text without its diacritics (<see cref="AccentFolding"/>).</summary>
public sealed record Accenti(Cql2Expression Inner) : Cql2Expression;
