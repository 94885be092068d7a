using System.Globalization;
using System.Runtime.CompilerServices;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Valid;

namespace CityMap.Geo.Formats.Rows;

/// <summary>
/// Looks at the shapes of rows on their way: a shape of too many vertices is refused, an area that is not valid (OGC 06-103r4 §6.1.11) is refused
/// or, when that was asked for, mended, and the mending is told.
/// </summary>
public static class GeometryCheck
{
    /// <summary>The most vertices one feature may have.</summary>
    public const int MostVertices = 1_000_000;

    /// <summary>Rows and remarks as they come, with the shapes checked.</summary>
    /// <param name="items">What a reader gives.</param>
    /// <param name="repair">Mend areas that are not valid.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async IAsyncEnumerable<SourceItem> Apply(
        IAsyncEnumerable<SourceItem> items, bool repair, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            if (item is not SourceRow { Geometry: { } geometry } row)
            {
                yield return item;
                continue;
            }

            if (Refuse(geometry) is { } refused)
            {
                yield return Remark(row, Gravity.Bad, refused);
                continue;
            }

            if (FindFault(geometry) is not { } fault)
            {
                yield return row;
                continue;
            }

            var mended = repair ? Mend(geometry) : null;
            if (mended is null)
            {
                yield return Remark(row, Gravity.Bad, $"The area is not valid: {fault}.{(repair ? " It cannot be mended: nothing of it would be left." : " Mend it, or import with repair.")}");
                continue;
            }

            yield return Remark(row, Gravity.Repaired, $"The area was not valid and was mended: {fault}.");
            yield return row with { Geometry = mended };
        }
    }

    private static SourceRemark Remark(SourceRow row, Gravity gravity, string reason) => new(row.Line, gravity, "geometry", reason) { Layer = row.Layer };

    private static string? Refuse(Geometry geometry) =>
        geometry.IsEmpty ? "The geometry is empty."
        : geometry.NumPoints > MostVertices ? string.Create(CultureInfo.InvariantCulture, $"The geometry has {geometry.NumPoints:N0} vertices; at most {MostVertices:N0} are taken for one feature.")
        : null;

    private static string? FindFault(Geometry geometry)
    {
        if (geometry.Dimension != Dimension.Surface || PlainRing.IsValid(geometry)) return null;
        return new IsValidOp(geometry).ValidationError is not { } error ? null
            : string.Create(CultureInfo.InvariantCulture, $"{error.Message.ToLowerInvariant()} at {error.Coordinate?.X:0.######}, {error.Coordinate?.Y:0.######}");
    }

    // Mending may leave lines and points where an area fell together; only what is still an area is kept of an area.
    private static Geometry? Mend(Geometry geometry)
    {
        var mended = GeometryFixer.Fix(geometry);
        if (mended is GeometryCollection and not MultiPolygon && geometry is Polygon or MultiPolygon)
        {
            mended = geometry.Factory.CreateMultiPolygon([.. PolygonExtracter.GetPolygons(mended).Cast<Polygon>()]);
        }

        if (mended.IsEmpty) return null;
        mended.SRID = geometry.SRID;
        return mended;
    }
}
