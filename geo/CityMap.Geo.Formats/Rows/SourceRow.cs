using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Rows;

/// <summary>What a reader found at one place of a file: a row, or something to say about it.</summary>
/// <param name="Line">Line of the file, from 1.</param>
public abstract record SourceItem(long Line);

/// <summary>One thing read from a file.</summary>
/// <param name="Line">Line on which it begins, from 1.</param>
/// <param name="Id">Its id in the file as text; null when it has none.</param>
/// <param name="Geometry">WGS 84, longitude first; null when it has no place.</param>
/// <param name="Values">Values as read: <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/> or null.</param>
public sealed record SourceRow(long Line, string? Id, Geometry? Geometry, IReadOnlyDictionary<string, object?> Values) : SourceItem(Line)
{
    /// <summary>The layer of the file to which the row belongs; null when the file holds one only.</summary>
    public string? Layer { get; init; }
}

/// <summary>How grave a remark is.</summary>
public enum Gravity
{
    /// <summary>The row was read; a person may want to look.</summary>
    Warning,

    /// <summary>The row was read, and its geometry mended because that was asked for.</summary>
    Repaired,

    /// <summary>This row cannot be used; the others can.</summary>
    Bad,

    /// <summary>Nothing after this can be read.</summary>
    Fatal,
}

/// <summary>Something to say about a row or the whole file.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Gravity">How grave.</param>
/// <param name="Field">Where: a column, or a JSON path such as <c>features[3].geometry.coordinates[0]</c>.</param>
/// <param name="Reason">Why, and what would be right; one sentence.</param>
public sealed record SourceRemark(long Line, Gravity Gravity, string Field, string Reason) : SourceItem(Line)
{
    /// <summary>The first position of the row in the file's own numbers, when the row is bad because nobody knows in which system they are.</summary>
    public Coordinate? Unplaced { get; init; }

    /// <summary>The layer of the file to which the row belongs; null when the file holds one only.</summary>
    public string? Layer { get; init; }
}
