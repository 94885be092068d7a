using CityMap.Geo.Indexing.Columns;
using CityMap.Geo.Layers;
using NetTopologySuite;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Indexing.Live;

/// <summary>
/// Rows of a live layer in columns, in Hilbert order; rows without a place come last. Rows never change: a row that has been
/// superseded is stamped with the generation from which on it no longer counts.
/// </summary>
internal sealed class LiveSegment(LayerInfo layer, IdColumn ids, Column[] columns, PackedTree tree, Geometry?[]? shapes, int rows)
{
    private static readonly GeometryFactory Factory = NtsGeometryServices.Instance.CreateGeometryFactory(4326);
    private volatile int[]? _died;

    public int Rows => rows;

    /// <summary>How many rows no longer count in the newest generation.</summary>
    public int Dead { get; private set; }

    public IdColumn Ids => ids;

    public PackedTree Tree => tree;

    /// <summary>True when every place is a point.</summary>
    public bool OnlyPoints => shapes is null;

    /// <summary>Where the rows that have a place lie; only when all are points.</summary>
    public PackedPlaces Places => tree.Places!;

    /// <summary>The values of one field.</summary>
    public Column Column(int field) => columns[field];

    /// <summary>True when a row counts in a generation. Stamps of later generations do not matter to it.</summary>
    public bool Alive(int row, int generation) => _died is not { } died || died[row] == 0 || died[row] > generation;

    /// <summary>Keeps the rows that count in a generation, in order, at the front; answers how many.</summary>
    public int KeepAlive(Span<int> some, int generation)
    {
        if (_died is not { } died) return some.Length;
        var kept = 0;
        foreach (var row in some)
        {
            some[kept] = row;
            kept += died[row] == 0 || died[row] > generation ? 1 : 0;
        }

        return kept;
    }

    /// <summary>The living row of an id, or −1.</summary>
    public int Find(in IdKey id, int generation) => ids.Find(id) is var row && row >= 0 && Alive(row, generation) ? row : -1;

    /// <summary>Stamps a row. Only the one writer, before it publishes that generation.</summary>
    public void Kill(int row, int generation)
    {
        _died ??= new int[rows];
        _died[row] = generation;
        Dead++;
    }

    public Geometry? Shape(int row)
    {
        if (row >= tree.Count) return null;
        return shapes is null ? Factory.CreatePoint(new Coordinate(Places.X(row), Places.Y(row))) : shapes[row];
    }

    public Feature Feature(int row)
    {
        var values = new Dictionary<string, object?>(columns.Length, StringComparer.Ordinal);
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Value(row) is { } value) values.Add(layer.Fields[i].Name, value);
        }

        return new(ids.Id(row), Shape(row), values);
    }
}
