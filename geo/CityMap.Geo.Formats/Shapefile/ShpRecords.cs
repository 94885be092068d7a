using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using CityMap.Geo.Formats.Rows;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Shapefile;

/// <summary>One record of a <c>.shp</c>: a shape, none, or what is wrong with it.</summary>
/// <param name="Number">From 1, counted here: the numbers in files are sometimes wrong.</param>
/// <param name="Shape">In the file's own numbers.</param>
/// <param name="Problem">Why there is no shape.</param>
/// <param name="IsEnd">True when nothing after it can be read.</param>
internal sealed record ShpRecord(long Number, Geometry? Shape, string? Problem, bool IsEnd = false);

/// <summary>The records of a <c>.shp</c> in their order; the index <c>.shx</c> is not needed for that.</summary>
internal static class ShpRecords
{
    // A header and a null shape.
    private const int Smallest = 12;

    // The bytes of the largest feature that is taken, with heights and measures, and half as much again for its parts.
    private const int MostBytes = 48 * GeometryCheck.MostVertices;

    /// <summary>Reads on from behind the header. A few bytes behind the length it states are no record.</summary>
    public static async IAsyncEnumerable<ShpRecord> ReadAsync(Stream stream, ShpHeader header, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = new byte[8];
        var content = new byte[4096];
        for (var number = 1L; ; number++)
        {
            var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
            // What is left at the end is no record when by its own length the file has no room for one.
            if (read == 0 || (read < head.Length && header.Length - (stream.Position - read) < Smallest)) yield break;
            var left = stream.Length - stream.Position;
            var size = 2L * BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(4));
            if (read < head.Length || size < 4 || size > left)
            {
                yield return new(number, null, $"Record {number} says it has {size} bytes, and {left} are left of the file: it is damaged or was cut off.", IsEnd: true);
                yield break;
            }

            if (size > MostBytes)
            {
                stream.Position += size;
                yield return new(number, null, $"The shape takes {size:N0} bytes: more than {GeometryCheck.MostVertices:N0} vertices are not taken for one feature.");
                continue;
            }

            if (content.Length < size) content = new byte[size];
            await stream.ReadExactlyAsync(content.AsMemory(0, (int)size), cancellationToken);
            yield return Decode(number, content.AsSpan(0, (int)size));
        }
    }

    private static ShpRecord Decode(long number, ReadOnlySpan<byte> content)
    {
        try
        {
            return new(number, ShpShape.Decode(content), null);
        }
        catch (Exception damaged) when (damaged is ArgumentException or InvalidDataException or OverflowException)
        {
            return new(number, null, $"The shape is damaged: {damaged.Message}");
        }
    }
}
