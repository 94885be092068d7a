using System.Globalization;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Storage;

namespace CityMap.Server.Imports;

/// <summary>Gives every row an id: its own, or its number among the rows of the file (many rows may share a line); an id that stands twice makes its row a bad one.</summary>
internal sealed class RowIds
{
    private readonly Dictionary<string, long> _lines = new(StringComparer.Ordinal);

    /// <summary>The row's id, composed (NFC).</summary>
    /// <param name="row">The row.</param>
    /// <param name="number">Its number in the file, counted from 0.</param>
    public static string Of(SourceRow row, long number)
    {
        var id = row.Id?.Trim() ?? (number + 1).ToString(CultureInfo.InvariantCulture);
        // Half a surrogate pair cannot be composed; the rule below names it.
        return ValueRules.FindTextProblem(id) is null ? id.Normalize() : id;
    }

    /// <summary>Looks at the id of the next row; null when it may be used.</summary>
    public ImportRemark? Take(SourceRow row, long number)
    {
        var id = Of(row, number);
        if (FeatureRules.FindIdProblem(id) is { } problem) return new(row.Line, "id", problem) { Layer = row.Layer };
        return _lines.TryAdd(id, row.Line) ? null : new(row.Line, "id", $"The id \"{id}\" stands already on line {_lines[id]}.") { Layer = row.Layer };
    }
}
