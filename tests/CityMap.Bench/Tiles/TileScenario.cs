using System.Diagnostics;
using CityMap.Bench.Figures;
using CityMap.Geo.Indexing;
using CityMap.Geo.Layers;
using CityMap.Geo.Tests.Tiles;
using CityMap.Geo.Tiles;
using CityMap.Geo.Tiles.Live;

namespace CityMap.Bench.Tiles;

/// <summary>
/// Tiles of a million incidents, a twentieth of them in the delta, unclustered and unthinned, one thread, uncached, against
/// ST_AsMVT over one connection. Every tile's features, values and places are compared before anything is measured.
/// </summary>
internal sealed class TileScenario : Scenario
{
    private static readonly FeatureQuery _all = new("incidents");
    private static readonly LiveTileOptions _options = new(TileCity.Now) { ClusterBelowZoom = 0 };
    private static readonly (int Zoom, int Tiles, int More)[] _zooms = [(13, 6, 3), (14, 16, 5), (15, 40, 10)];
    private readonly Dictionary<int, List<TileAddress>> _tiles = [];
    private LiveIndex? _index;
    private TileReference? _reference;
    private (double Ours, double Reference) _bytes;

    public override IReadOnlyList<Figure> Figures { get; } =
    [
        .. _zooms.Select(z => new Figure($"tile_z{z.Zoom}", "x", FigureKind.Time, 12, "ST_AsMVT, 3857 column with GiST, one connection; ms per tile")),
        new("tile_bytes", "x", FigureKind.Cost, 1.02, "the same tiles by ST_AsMVT; bytes per tile"),
    ];

    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        _reference = await TileReference.StartAsync(cancellationToken);
        _index = await TileCity.IndexAsync(cancellationToken);
        foreach (var (zoom, count, _) in _zooms)
        {
            _tiles[zoom] = Whole(zoom, count);
            foreach (var tile in _tiles[zoom])
            {
                var (ours, theirs) = (Encode(tile), await _reference.EncodeAsync(tile, cancellationToken));
                TileComparison.Compare(tile, TileReader.Read(ours), TileReader.Read(theirs));
                _bytes = (_bytes.Ours + ours.Length, _bytes.Reference + theirs.Length);
            }
        }
    }

    public override async Task<IReadOnlyDictionary<string, Measure>> RoundAsync(int round, CancellationToken cancellationToken)
    {
        var tiles = _tiles.Values.Sum(t => t.Count);
        var measures = new Dictionary<string, Measure> { ["tile_bytes"] = new(_bytes.Ours / tiles, _bytes.Reference / tiles) };
        foreach (var (zoom, _, more) in _zooms)
        {
            var ours = round % 2 == 0 ? Ours(zoom, more) : 0;
            var theirs = await TheirsAsync(zoom, cancellationToken);
            if (round % 2 == 1) ours = Ours(zoom, more);
            measures[$"tile_z{zoom}"] = new(ours, theirs);
        }

        return measures;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_reference is not null) await _reference.DisposeAsync();
    }

    private byte[] Encode(TileAddress tile) => LiveTileEncoder.Encode(tile, _index!.Current, _all, _options);

    private double Ours(int zoom, int more)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < more; i++)
        {
            foreach (var tile in _tiles[zoom]) _ = Encode(tile);
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / more / _tiles[zoom].Count;
    }

    private async Task<double> TheirsAsync(int zoom, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var tile in _tiles[zoom]) _ = await _reference!.EncodeAsync(tile, cancellationToken);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / _tiles[zoom].Count;
    }

    /// <summary>Tiles that lie wholly in the town.</summary>
    private static List<TileAddress> Whole(int zoom, int count)
    {
        var town = TileCity.Town;
        var (first, last) = (TileAddress.Containing(new(town.West, town.North), zoom), TileAddress.Containing(new(town.East, town.South), zoom));
        var all = from x in Enumerable.Range(first.X + 1, last.X - first.X - 1)
                  from y in Enumerable.Range(first.Y + 1, last.Y - first.Y - 1)
                  select new TileAddress(zoom, x, y);
        var whole = all.ToArray();
        new Random(zoom).Shuffle(whole);
        return [.. whole.Take(count)];
    }
}
