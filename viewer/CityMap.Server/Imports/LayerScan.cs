using System.Globalization;
using CityMap.Geo.Formats.Rows;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Imports;

/// <summary>What the reading learns of one layer of a file: its rows, its fields and where it lies.</summary>
/// <param name="name">What the file calls it; null when it holds one only.</param>
/// <param name="number">Its number among the layers of the file, counted from 0.</param>
/// <param name="zone">Zone of times that name none.</param>
/// <param name="texts">True when the file's format tells texts from numbers.</param>
internal sealed class LayerScan(string? name, int number, TimeZoneInfo? zone, bool texts)
{
    private const int SampleSize = 1000;

    private readonly List<SourceRow> _sample = new(SampleSize);
    private readonly Envelope _extent = new();
    private bool _learned;

    /// <summary>What the file calls it.</summary>
    public string? Name { get; } = name;

    /// <summary>Its number among the layers of the file, counted from 0.</summary>
    public int Number { get; } = number;

    /// <summary>The fields it becomes.</summary>
    public ImportPlan Plan { get; } = new(zone, texts);

    /// <summary>Rows that can be used.</summary>
    public long Good { get; private set; }

    /// <summary>True when a row has no id of its own.</summary>
    public bool HasNumbered { get; private set; }

    /// <summary>The greatest whole number among the ids its rows have of their own; 0 when there is none.</summary>
    public long GreatestNumber { get; private set; }

    /// <summary>A row without an id of its own gets this and its number among the rows of the file.</summary>
    public long NumberedAfter { get; set; }

    /// <summary>West, south, east, north in WGS 84 degrees; null when nothing has a place.</summary>
    public IReadOnlyList<double>? Extent => _extent.IsNull ? null : [_extent.MinX, _extent.MinY, _extent.MaxX, _extent.MaxY];

    /// <summary>The row with the id it is stored under.</summary>
    public SpooledRow Identified(SpooledRow row) => !row.Numbered || NumberedAfter == 0 ? row
        : row with { Id = (NumberedAfter + long.Parse(row.Id, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture) };

    /// <summary>Takes a row that can be used.</summary>
    /// <param name="row">The row.</param>
    /// <param name="id">Its id, or its number among the rows of the file.</param>
    public void Take(SourceRow row, string id)
    {
        Good++;
        if (row.Id is null) HasNumbered = true;
        else GreatestNumber = Math.Max(GreatestNumber, RowIds.NumberIn(id));
        if (row.Geometry is { } geometry) _extent.ExpandToInclude(geometry.EnvelopeInternal);
        if (_learned)
        {
            Plan.Look(row);
            return;
        }

        _sample.Add(row);
        if (_sample.Count == SampleSize) Learn();
    }

    /// <summary>Takes one row back that was taken: it cannot be used after all.</summary>
    public void Drop() => Good--;

    /// <summary>Ends the learning. How dates are written is decided from the first rows; only then are types guessed from all of them.</summary>
    public void Learn()
    {
        if (_learned) return;
        _learned = true;
        Plan.Learn(_sample);
        foreach (var row in _sample) Plan.Look(row);
        _sample.Clear();
    }
}
