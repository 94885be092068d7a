using System.Text;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>
/// A block of elements (<c>PrimitiveBlock</c>, wiki.openstreetmap.org/wiki/PBF_Format). Texts are made only when asked for, each once.
/// </summary>
internal sealed class PbfBlock
{
    private readonly byte[] _bytes;
    private readonly List<(int Start, int Length)> _strings = [];
    private readonly string?[] _texts;
    private readonly List<(int Start, int Length)> _groups = [];

    /// <summary>Reads the texts and finds the groups.</summary>
    /// <exception cref="InvalidDataException">The bytes are no block.</exception>
    public PbfBlock(byte[] bytes)
    {
        _bytes = bytes;
        var reader = new ProtoReader(bytes);
        while (reader.Next(out var field))
        {
            if (field == 1) FindStrings(reader.Bytes());
            else if (field == 2) _groups.Add(Place(reader.Bytes()));
            else if (field == 17) Granularity = (long)reader.Varint();
            else if (field == 19) LatOffset = (long)reader.Varint();
            else if (field == 20) LonOffset = (long)reader.Varint();
            else reader.Skip();
        }

        _texts = new string?[_strings.Count];
        KnownKeys = new int[_strings.Count];
    }

    /// <summary>Nanodegrees per unit.</summary>
    public long Granularity { get; } = 100;

    /// <summary>Nanodegrees.</summary>
    public long LatOffset { get; }

    /// <summary>Nanodegrees.</summary>
    public long LonOffset { get; }

    /// <summary>How many groups there are.</summary>
    public int Groups => _groups.Count;

    /// <summary>For each text whether it is a key that a rule asks for: 1 for yes, −1 for no, 0 when nobody has looked yet.</summary>
    public int[] KnownKeys { get; }

    /// <summary>The bytes of a group.</summary>
    public ReadOnlySpan<byte> Group(int index) => _bytes.AsSpan(_groups[index].Start, _groups[index].Length);

    /// <summary>A text by its number.</summary>
    public string Text(int index) => (uint)index < (uint)_texts.Length
        ? _texts[index] ??= Encoding.UTF8.GetString(_bytes, _strings[index].Start, _strings[index].Length)
        : throw new InvalidDataException("a tag names a text that the block does not hold");

    /// <summary>Ten-millionths of a degree.</summary>
    public int Lon(long units) => Tenths(LonOffset + (Granularity * units));

    /// <summary>Ten-millionths of a degree.</summary>
    public int Lat(long units) => Tenths(LatOffset + (Granularity * units));

    private static int Tenths(long nanodegrees)
    {
        var tenths = nanodegrees / 100;
        return tenths is >= int.MinValue and <= int.MaxValue ? (int)tenths : int.MaxValue;
    }

    private void FindStrings(ReadOnlySpan<byte> table)
    {
        var reader = new ProtoReader(table);
        while (reader.Next(out var field))
        {
            if (field == 1) _strings.Add(Place(reader.Bytes()));
            else reader.Skip();
        }
    }

    private (int Start, int Length) Place(ReadOnlySpan<byte> part)
    {
        _bytes.AsSpan().Overlaps(part, out var start);
        return (start, part.Length);
    }
}
