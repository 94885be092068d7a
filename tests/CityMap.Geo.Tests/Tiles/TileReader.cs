using System.Buffers.Binary;
using System.Text;

namespace CityMap.Geo.Tests.Tiles;

/// <summary>A feature as a tile holds it: tile units, y downward.</summary>
/// <param name="Type">1 point, 2 line, 3 polygon.</param>
/// <param name="Paths">Points, lines or rings; a ring does not repeat its first place.</param>
/// <param name="Properties">By key.</param>
internal sealed record TileFeature(int Type, List<List<(int X, int Y)>> Paths, Dictionary<string, object> Properties);

/// <summary>Reads vector tiles by the letter of MVT 2.1, unlike any library: every part must be where the text says.</summary>
internal sealed class TileReader
{
    private readonly List<(byte Type, uint[] Tags, uint[] Geometry)> _raw = [];
    private readonly List<string> _keys = [];
    private readonly List<object> _values = [];

    public string Name { get; private set; } = "";

    public int Version { get; private set; }

    public int Extent { get; private set; }

    public List<TileFeature> Features { get; } = [];

    /// <summary>Reads a tile of one layer, or of none.</summary>
    public static TileReader Read(byte[] tile)
    {
        var reader = new TileReader();
        if (tile.Length == 0) return reader;
        foreach (var (field, content, _) in Fields(tile))
        {
            if (field == 3) reader.Layer(content.Span);
        }

        return reader;
    }

    private void Layer(ReadOnlySpan<byte> bytes)
    {
        foreach (var (field, content, number) in Fields(bytes.ToArray()))
        {
            if (field == 15) Version = (int)number;
            else if (field == 1) Name = Encoding.UTF8.GetString(content.Span);
            else if (field == 5) Extent = (int)number;
            else if (field == 3) _keys.Add(Encoding.UTF8.GetString(content.Span));
            else if (field == 4) _values.Add(Value(content));
            else if (field == 2) Raw(content);
        }

        foreach (var (type, tags, geometry) in _raw)
        {
            var properties = new Dictionary<string, object>();
            for (var i = 0; i < tags.Length; i += 2) properties.Add(_keys[(int)tags[i]], _values[(int)tags[i + 1]]);
            Features.Add(new(type, Paths(geometry), properties));
        }
    }

    private void Raw(ReadOnlyMemory<byte> bytes)
    {
        var (type, tags, geometry) = ((byte)0, Array.Empty<uint>(), Array.Empty<uint>());
        foreach (var (field, content, number) in Fields(bytes))
        {
            if (field == 2) tags = Numbers(content.Span);
            else if (field == 3) type = (byte)number;
            else if (field == 4) geometry = Numbers(content.Span);
        }

        _raw.Add((type, tags, geometry));
    }

    private static object Value(ReadOnlyMemory<byte> bytes)
    {
        var (field, content, number) = Fields(bytes).Single();
        return field switch
        {
            1 => Encoding.UTF8.GetString(content.Span),
            2 => (double)BitConverter.Int32BitsToSingle((int)number),
            3 => BitConverter.Int64BitsToDouble((long)number),
            6 => (long)(number >> 1) ^ -(long)(number & 1),
            7 => number != 0,
            _ => (long)number,
        };
    }

    private static List<List<(int X, int Y)>> Paths(uint[] commands)
    {
        var (paths, x, y) = (new List<List<(int, int)>>(), 0, 0);
        for (var i = 0; i < commands.Length;)
        {
            var (id, count) = (commands[i] & 7, commands[i] >> 3);
            i++;
            if (id == 7) continue;
            for (var n = 0; n < count; n++, i += 2)
            {
                x += (int)(commands[i] >> 1) ^ -(int)(commands[i] & 1);
                y += (int)(commands[i + 1] >> 1) ^ -(int)(commands[i + 1] & 1);
                if (id == 1) paths.Add([]);
                paths[^1].Add((x, y));
            }
        }

        return paths;
    }

    private static uint[] Numbers(ReadOnlySpan<byte> bytes)
    {
        var numbers = new List<uint>();
        for (var at = 0; at < bytes.Length;) numbers.Add((uint)Varint(bytes, ref at));
        return [.. numbers];
    }

    private static List<(int Field, ReadOnlyMemory<byte> Content, ulong Number)> Fields(ReadOnlyMemory<byte> bytes)
    {
        var fields = new List<(int, ReadOnlyMemory<byte>, ulong)>();
        for (var at = 0; at < bytes.Length;)
        {
            var key = Varint(bytes.Span, ref at);
            switch (key & 7)
            {
                case 0:
                    fields.Add(((int)(key >> 3), default, Varint(bytes.Span, ref at)));
                    break;
                case 1:
                    fields.Add(((int)(key >> 3), default, BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span[at..])));
                    at += 8;
                    break;
                case 2:
                    var length = (int)Varint(bytes.Span, ref at);
                    fields.Add(((int)(key >> 3), bytes.Slice(at, length), 0));
                    at += length;
                    break;
                case 5:
                    fields.Add(((int)(key >> 3), default, BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[at..])));
                    at += 4;
                    break;
                default:
                    throw new FormatException($"Wire type {key & 7} has no place in a vector tile.");
            }
        }

        return fields;
    }

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = bytes[at++];
            value |= (ulong)(b & 127) << shift;
            if (b < 128) return value;
        }
    }
}
