using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NetTopologySuite.IO;

namespace CityMap.Geo.Layers;

/// <summary>
/// The version of a feature of a static layer: a digest of what it holds. Whatever changes it, an edit or an import, changes this; what leaves it as it
/// is leaves this, too. So no version need be kept beside each of a million features.
/// </summary>
public static class FeatureTag
{
    private const int Bytes = 15;

    /// <summary>The tag of a feature as a store gave it, 30 hexadecimal digits; null when there is none.</summary>
    public static string? Of(Feature? feature)
    {
        if (feature is null) return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, feature.Id);
        foreach (var (name, value) in feature.Attributes.Where(a => a.Value is not null).OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            Add(hash, name);
            switch (value)
            {
                case string text: Add(hash, text); break;
                case long number: Add(hash, 1, number); break;
                case double number: Add(hash, 2, BitConverter.DoubleToInt64Bits(number)); break;
                case bool truth: Add(hash, 3, truth ? 1 : 0); break;
                case DateTimeOffset at: Add(hash, 4, at.UtcTicks); break;
                default: throw new ArgumentException($"{name} holds a {value!.GetType().Name}.", nameof(feature));
            }
        }

        if (feature.Geometry is { } shape) hash.AppendData(new WKBWriter(ByteOrder.LittleEndian, handleSRID: false, emitZ: false).Write(shape));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Bytes));
    }

    // Its length before each text: two neighbours are not mistaken for others.
    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Add(hash, 0, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, byte kind, long number)
    {
        Span<byte> bytes = stackalloc byte[9];
        bytes[0] = kind;
        BinaryPrimitives.WriteInt64LittleEndian(bytes[1..], number);
        hash.AppendData(bytes);
    }
}
