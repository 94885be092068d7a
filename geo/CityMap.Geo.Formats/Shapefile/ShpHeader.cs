using System.Buffers.Binary;
using CityMap.Geo.Formats.Sources;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Shapefile;

/// <summary>The first 100 bytes of a <c>.shp</c> (ESRI Shapefile Technical Description, p. 3).</summary>
/// <param name="Type">The kind of all its shapes.</param>
/// <param name="Extent">The box of all shapes in the file's own numbers.</param>
/// <param name="Length">How long the file says it is, bytes.</param>
internal sealed record ShpHeader(ShapeType Type, Envelope Extent, long Length)
{
    public const int Size = 100;

    private const int FileCode = 9994;

    public static bool Starts(ReadOnlySpan<byte> bytes) => bytes.Length >= 4 && BinaryPrimitives.ReadInt32BigEndian(bytes) == FileCode;

    /// <summary>Reads it.</summary>
    /// <exception cref="SourceRefusal">It is none, or of shapes that are not read.</exception>
    public static async Task<ShpHeader> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var bytes = new byte[Size];
        if (await stream.ReadAtLeastAsync(bytes, Size, throwOnEndOfStream: false, cancellationToken) < Size || !Starts(bytes))
        {
            throw new SourceRefusal("import_failed", "The .shp is not one: it does not begin as the format asks.");
        }

        var type = (ShapeType)BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(32));
        if (type == ShapeType.MultiPatch) throw new SourceRefusal("import_failed", "The Shapefile holds multipatches (surfaces in space), which a map of areas cannot show; export their footprints as polygons.");
        if (!Enum.IsDefined(type)) throw new SourceRefusal("import_failed", $"The Shapefile says its shapes are of type {(int)type}, which does not exist.");
        double At(int at) => BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(at));
        return new(type, new Envelope(At(36), At(52), At(44), At(60)), 2L * BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(24)));
    }
}
