namespace CityMap.Geo.Filtering.Cql2;

/// <summary>How two scalars are compared.</summary>
public enum CompareOperator
{
    Equal,
    NotEqual,
    Less,
    Greater,
    AtMost,
    AtLeast,
}

/// <summary>What is done with two numbers.</summary>
public enum ArithmeticOperator
{
    Plus,
    Minus,
    Times,

    /// <summary>Divided; by zero gives null.</summary>
    Divide,

    /// <summary>Divided and cut to a whole number.</summary>
    DivideWhole,

    /// <summary>What is left of a whole division; the sign of the dividend.</summary>
    Modulo,
    Power,
}

/// <summary>The spatial functions.</summary>
public enum SpatialOperator
{
    Intersects,
    Equals,
    Disjoint,
    Touches,
    Within,
    Overlaps,
    Crosses,
    Contains,
}

/// <summary>The temporal functions.</summary>
public enum TemporalOperator
{
    After,
    Before,
    Disjoint,
    Equals,
    Intersects,

    // From here on only intervals are compared.
    Contains,
    During,
    FinishedBy,
    Finishes,
    Meets,
    MetBy,
    OverlappedBy,
    Overlaps,
    StartedBy,
    Starts,
}

/// <summary>The array functions.</summary>
public enum ArrayOperator
{
    Equals,
    Contains,
    ContainedBy,
    Overlaps,
}
