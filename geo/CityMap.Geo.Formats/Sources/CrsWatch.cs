using System.Runtime.CompilerServices;
using CityMap.Geo.Formats.Rows;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Sources;

/// <summary>
/// Tells a file whose coordinates are all in an unknown system from one with a few wrong rows: when everything with a place has coordinates that
/// could not be placed (<see cref="SourceRemark.Unplaced"/>), the system is asked for; as soon as one row has a place, the others are bad rows.
/// </summary>
internal static class CrsWatch
{
    /// <summary>So many rows with coordinates that could not be placed, and none that could, are enough to ask.</summary>
    private const int Enough = 200;

    /// <summary>So many rows without any coordinates are held back; then they are let go.</summary>
    private const int MostHeld = 10_000;

    public static async IAsyncEnumerable<SourceItem> Apply(IAsyncEnumerable<SourceItem> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var held = new List<SourceItem>();
        var (settled, unplaced, extent) = (false, 0, new Envelope());
        Coordinate? first = null;
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            if (settled)
            {
                yield return item;
                continue;
            }

            held.Add(item);
            if (item is SourceRemark { Unplaced: { } place })
            {
                first ??= place;
                extent.ExpandToInclude(place);
                if (++unplaced == Enough) throw CrsQuestion.Ask(first, extent);
            }

            settled = item is SourceRow { Geometry: not null } || held.Count >= MostHeld;
            if (!settled) continue;
            foreach (var earlier in held) yield return earlier;
            held.Clear();
        }

        if (!settled && first is not null) throw CrsQuestion.Ask(first, extent);
        foreach (var earlier in held) yield return earlier;
    }
}
