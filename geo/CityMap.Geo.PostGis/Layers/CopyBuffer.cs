using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using CityMap.Geo.Layers;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>
/// Rows in PostgreSQL's binary COPY format (PostgreSQL 15, COPY, "Binary Format"): all numbers big-endian, each value after its length in bytes, -1 for null.
/// </summary>
/// <param name="table">The layer, whose columns follow the generation: id, geom and the fields.</param>
/// <param name="generation">The generation of all rows.</param>
internal sealed class CopyBuffer(LayerTable table, long generation)
{
    private const int Null = -1;

    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 16);
    private readonly short _columns = (short)(table.Layer.Fields.Count + 3);

    private static ReadOnlySpan<byte> Signature => [(byte)'P', (byte)'G', (byte)'C', (byte)'O', (byte)'P', (byte)'Y', (byte)'\n', 0xFF, (byte)'\r', (byte)'\n', 0];

    /// <summary>What was added since it was emptied.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    /// <summary>Empties it.</summary>
    public void Clear() => _bytes.ResetWrittenCount();

    /// <summary>The beginning of a COPY: its signature, no flags, no extension.</summary>
    public void Begin()
    {
        _bytes.Write(Signature);
        Int(0);
        Int(0);
    }

    /// <summary>The end of a COPY.</summary>
    public void End() => Short(Null);

    /// <summary>Adds a feature that is right for its layer.</summary>
    public void Add(Feature feature)
    {
        Short(_columns);
        Int(sizeof(long));
        Long(generation);
        Text(feature.Id);
        if (feature.Geometry is { } geometry) Bytes(Ewkb.Write(table.Layer.Geometry, geometry));
        else Int(Null);
        foreach (var field in table.Layer.Fields) Value(feature[field.Name]);
    }

    private void Value(object? value)
    {
        switch (value)
        {
            case null:
                Int(Null);
                break;
            case string text:
                Text(text.Normalize());
                break;
            case bool truth:
                Int(1);
                _bytes.Write([(byte)(truth ? 1 : 0)]);
                break;
            case DateTimeOffset at:
                Int(sizeof(long));
                Long(Columns.Microseconds(at));
                break;
            case double real:
                Int(sizeof(double));
                Long(BitConverter.DoubleToInt64Bits(real));
                break;
            default:
                Int(sizeof(long));
                Long((long)value);
                break;
        }
    }

    private void Text(string text)
    {
        var count = Encoding.UTF8.GetByteCount(text);
        Int(count);
        Encoding.UTF8.GetBytes(text, _bytes.GetSpan(count));
        _bytes.Advance(count);
    }

    private void Bytes(ReadOnlySpan<byte> bytes)
    {
        Int(bytes.Length);
        _bytes.Write(bytes);
    }

    private void Short(int value)
    {
        BinaryPrimitives.WriteInt16BigEndian(_bytes.GetSpan(sizeof(short)), (short)value);
        _bytes.Advance(sizeof(short));
    }

    private void Int(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(sizeof(int)), value);
        _bytes.Advance(sizeof(int));
    }

    private void Long(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(_bytes.GetSpan(sizeof(long)), value);
        _bytes.Advance(sizeof(long));
    }
}
