using System.Globalization;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Storage;

namespace CityMap.Server.Imports;

/// <summary>Gives every row an id: its own, or its line in the file; an id that stands twice is a bad row.</summary>
internal sealed class RowIds
{
    private readonly Dictionary<string, long> _lines = new(StringComparer.Ordinal);

    /// <summary>The row's id, or what is wrong with it.</summary>
    public (string? Id, ImportRemark? Bad) Next(SourceRow row)
    {
        var id = row.Id?.Trim() ?? row.Line.ToString(CultureInfo.InvariantCulture);
        // Half a surrogate pair cannot be composed; the rule below names it.
        if (ValueRules.FindTextProblem(id) is null) id = id.Normalize();
        if (FeatureRules.FindIdProblem(id) is { } problem) return (null, new(row.Line, "id", problem));
        return _lines.TryAdd(id, row.Line)
            ? (id, null)
            : (null, new(row.Line, "id", $"The id \"{id}\" stands already on line {_lines[id]}."));
    }
}
