using System.Buffers.Binary;
using CityMap.Geo.Formats.Sources;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CityMap.Geo.Formats.GeoPackage;

/// <summary>Geometry as GeoPackage keeps it: a header before WKB (OGC 12-128r18 §2.1.3).</summary>
internal sealed class GeoPackageBlob
{
    private const int HeaderSize = 8;

    private static readonly int[] EnvelopeSizes = [0, 32, 48, 48, 64];

    private static readonly string[] Curves = ["CircularString", "CompoundCurve", "CurvePolygon", "MultiCurve", "MultiSurface", "Curve", "Surface", "PolyhedralSurface", "TIN", "Triangle"];

    private readonly WKBReader reader = new(new NtsGeometryServices(Placement.Factory.PrecisionModel, Placement.Factory.SRID)) { HandleSRID = false };

    /// <summary>Decodes one; null for an empty geometry.</summary>
    /// <exception cref="FormatException">It is damaged, or of a kind that is not read; the message says which.</exception>
    public Geometry? Read(byte[] blob)
    {
        if (blob.Length < HeaderSize || blob[0] != (byte)'G' || blob[1] != (byte)'P') throw new FormatException("The geometry does not begin as GeoPackage asks.");
        var flags = blob[3];
        var envelope = (flags >> 1) & 7;
        if (envelope >= EnvelopeSizes.Length) throw new FormatException("The geometry has a box of an unknown kind.");
        if ((flags & 0x20) != 0) throw new FormatException("The geometry is of an extended kind that is not read.");
        if ((flags & 0x10) != 0) return null;
        var start = HeaderSize + EnvelopeSizes[envelope];
        if (blob.Length < start + 5) throw new FormatException("The geometry ends too early.");
        RefuseCurves(blob.AsSpan(start));
        WkbWalk.Check(blob.AsSpan(start));
        try
        {
            var geometry = reader.Read(blob[start..]);
            return geometry.IsEmpty ? null : geometry;
        }
        catch (Exception damaged) when (damaged is ParseException or ArgumentException or IOException or OverflowException or IndexOutOfRangeException or OutOfMemoryException)
        {
            throw new FormatException($"The geometry is damaged: {damaged.Message}", damaged);
        }
    }

    private static void RefuseCurves(ReadOnlySpan<byte> wkb)
    {
        var code = wkb[0] == 0 ? BinaryPrimitives.ReadUInt32BigEndian(wkb[1..]) : BinaryPrimitives.ReadUInt32LittleEndian(wkb[1..]);
        var kind = (int)((code & 0x0FFFFFFF) % 1000);
        if (kind is >= 8 and <= 17) throw new FormatException($"The geometry is a {Curves[kind - 8]}: curves and surfaces are not read; turn them into lines or polygons (ogr2ogr -nlt CONVERT_TO_LINEAR).");
    }
}
