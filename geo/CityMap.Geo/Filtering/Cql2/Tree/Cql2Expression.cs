namespace CityMap.Geo.Filtering.Cql2;

/// <summary>
/// A part of a CQL2 filter (OGC 21-065r2). Text and JSON are read into the same tree, <see cref="Cql2Check"/> binds it to a layer, and every
/// interpreter works on what was bound.
/// </summary>
public abstract record Cql2Expression
{
    /// <summary>Where it stood: a character of the text, or a path into the JSON; empty when it was made by the program.</summary>
    public string Place { get; init; } = "";
}

/// <summary>A name; after the check the name of a field of the layer, <c>id</c>, or <c>geometry</c>.</summary>
/// <param name="Name">As written, without quotes.</param>
public sealed record Property(string Name) : Cql2Expression
{
    /// <summary>What its values are; known after the check.</summary>
    public ValueKind Kind { get; init; } = ValueKind.Unknown;

    /// <summary>Which field of the layer it is; −1 for <c>id</c> and for the geometry, or before the check.</summary>
    public int Field { get; init; } = -1;

    /// <summary>True for a field of whole numbers; known after the check.</summary>
    public bool IsWhole { get; init; }
}

/// <summary>A function that is not one of the standard's own.</summary>
public sealed record Function(string Name, IReadOnlyList<Cql2Expression> Arguments) : Cql2Expression;

/// <summary>What an expression gives.</summary>
public enum ValueKind
{
    /// <summary>Not known before the check.</summary>
    Unknown,

    /// <summary>Text in NFC.</summary>
    Text,

    /// <summary>A finite number.</summary>
    Number,

    /// <summary>True, false or null.</summary>
    Boolean,

    /// <summary>A date (its first moment, UTC) or a timestamp.</summary>
    Instant,

    /// <summary>From an instant to an instant, either end open.</summary>
    Interval,

    /// <summary>A shape in WGS 84, longitude first.</summary>
    Geometry,

    /// <summary>A list.</summary>
    Array,
}
