using CityMap.Geo.Formats.Rows;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Imports;

/// <summary>What the first reading learns of one layer of a file: its rows, their ids, its fields and where it lies.</summary>
/// <param name="name">What the file calls it; null when it holds one only.</param>
/// <param name="zone">Zone of times that name none.</param>
internal sealed class LayerScan(string? name, TimeZoneInfo? zone)
{
    private const int SampleSize = 1000;

    private readonly List<SourceRow> _sample = new(SampleSize);
    private readonly Envelope _extent = new();
    private bool _learned;

    /// <summary>What the file calls it.</summary>
    public string? Name { get; } = name;

    /// <summary>The fields it becomes.</summary>
    public ImportPlan Plan { get; } = new(zone);

    /// <summary>The ids of its rows.</summary>
    public RowIds Ids { get; } = new();

    /// <summary>Rows that can be used.</summary>
    public long Good { get; private set; }

    /// <summary>West, south, east, north in WGS 84 degrees; null when nothing has a place.</summary>
    public IReadOnlyList<double>? Extent => _extent.IsNull ? null : [_extent.MinX, _extent.MinY, _extent.MaxX, _extent.MaxY];

    /// <summary>Takes a row that can be used.</summary>
    public void Take(SourceRow row)
    {
        Good++;
        if (row.Geometry is { } geometry) _extent.ExpandToInclude(geometry.EnvelopeInternal);
        if (_learned)
        {
            Plan.Look(row);
            return;
        }

        _sample.Add(row);
        if (_sample.Count == SampleSize) Learn();
    }

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
