using System.Runtime.CompilerServices;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>Reads the wire format of protocol buffers (protobuf.dev/programming-guides/encoding) from bytes in memory, without copying.</summary>
internal ref struct ProtoReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;
    private int _wire;

    /// <summary>True when everything was read.</summary>
    public readonly bool IsEnd => _at >= _bytes.Length;

    /// <summary>Goes on to the next field; false at the end.</summary>
    /// <exception cref="InvalidDataException">The bytes are no message.</exception>
    public bool Next(out int field)
    {
        field = 0;
        if (IsEnd) return false;
        var tag = Varint();
        (field, _wire) = ((int)(tag >> 3), (int)(tag & 7));
        return true;
    }

    /// <summary>A whole number of up to 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Varint()
    {
        var at = _at;
        if ((uint)at < (uint)_bytes.Length && _bytes[at] < 0x80)
        {
            _at = at + 1;
            return _bytes[at];
        }

        return LongVarint();
    }

    /// <summary>A signed number in zigzag form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Signed()
    {
        var value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>The bytes of a text, a message or a packed list.</summary>
    public ReadOnlySpan<byte> Bytes()
    {
        var length = Varint();
        if (_wire != 2 || length > (ulong)(_bytes.Length - _at)) throw Damaged();
        var slice = _bytes.Slice(_at, (int)length);
        _at += (int)length;
        return slice;
    }

    /// <summary>The numbers of a list; one that is alone may stand without the frame of a list.</summary>
    public ReadOnlySpan<byte> Packed()
    {
        if (_wire != 0) return Bytes();
        var start = _at;
        Varint();
        return _bytes[start.._at];
    }

    /// <summary>Passes over the value of the field.</summary>
    public void Skip()
    {
        switch (_wire)
        {
            case 0:
                Varint();
                break;
            case 1:
                Pass(8);
                break;
            case 2:
                Bytes();
                break;
            case 5:
                Pass(4);
                break;
            default:
                throw Damaged();
        }
    }

    private void Pass(int count)
    {
        if (count > _bytes.Length - _at) throw Damaged();
        _at += count;
    }

    private ulong LongVarint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_at >= _bytes.Length) throw Damaged();
            var part = _bytes[_at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return value;
        }

        throw Damaged();
    }

    private static InvalidDataException Damaged() => new("the bytes of a message do not fit its fields");
}
