using CityMap.Geo.Formats.Rows;
using CityMap.Server.Hosting;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;
using NetTopologySuite.IO;

namespace CityMap.Server.Imports;

/// <summary>
/// The rows of a file that can be used, kept in a scratch file between learning what they hold and storing them: a file is read and checked once, and
/// memory does not grow with it. Shapes are kept in two dimensions, as the stores keep them.
/// </summary>
internal sealed class RowSpool : IDisposable
{
    private const int BufferSize = 1 << 20;
    private const byte NoPlace = 0;
    private const byte OnePoint = 1;
    private const byte AnyShape = 2;

    private static readonly NtsGeometryServices _services = new(CoordinateArraySequenceFactory.Instance, new PrecisionModel(), 4326);
    private static readonly GeometryFactory _factory = _services.CreateGeometryFactory(4326);

    private readonly FileStream _file;
    private readonly BufferedStream _buffer;
    private readonly BinaryWriter _writer;
    private readonly WKBWriter _shapes = new(ByteOrder.LittleEndian, handleSRID: false, emitZ: false);
    private BinaryReader? _heads;

    /// <summary>An empty one.</summary>
    /// <param name="folder">Where its scratch file goes.</param>
    public RowSpool(string folder)
    {
        _file = new(
            Path.Combine(folder, $"rows-{Path.GetRandomFileName()}"),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = 0, Options = FileOptions.DeleteOnClose }.ForOwner());
        _buffer = new(_file, BufferSize);
        _writer = new(_buffer);
    }

    /// <summary>How many bytes are kept.</summary>
    public long Length { get; private set; }

    /// <summary>Keeps a row.</summary>
    /// <param name="layer">The number of its layer.</param>
    /// <param name="id">Its id.</param>
    /// <param name="row">The row.</param>
    /// <param name="plan">Knows the columns of the layer.</param>
    /// <returns>Where it lies.</returns>
    public long Put(int layer, string id, SourceRow row, ImportPlan plan)
    {
        var place = Length;
        _writer.Write7BitEncodedInt(layer);
        _writer.Write(id);
        _writer.Write7BitEncodedInt64(row.Line);
        _writer.Write(row.Id is null);
        Put(row.Geometry);
        _writer.Write7BitEncodedInt(row.Values.Count);
        foreach (var (name, value) in row.Values)
        {
            _writer.Write7BitEncodedInt(plan.ColumnOf(name));
            Put(value);
        }

        Length = _buffer.Position;
        return place;
    }

    /// <summary>Ends the writing.</summary>
    public void Seal() => _writer.Flush();

    /// <summary>The layer and the id of the row that lies at a place.</summary>
    public (int Layer, string Id) HeadAt(long place)
    {
        _heads ??= Open(place);
        _heads.BaseStream.Position = place;
        return (_heads.Read7BitEncodedInt(), _heads.ReadString());
    }

    /// <summary>All rows in their order.</summary>
    public IEnumerable<SpooledRow> Rows()
    {
        using var reader = Open(0);
        for (var place = 0L; place < Length; place = reader.BaseStream.Position)
        {
            var (layer, id, line) = (reader.Read7BitEncodedInt(), reader.ReadString(), reader.Read7BitEncodedInt64());
            var (numbered, geometry) = (reader.ReadBoolean(), Shape(reader));
            var values = new (int Column, object? Value)[reader.Read7BitEncodedInt()];
            for (var i = 0; i < values.Length; i++) values[i] = (reader.Read7BitEncodedInt(), Value(reader));
            yield return new(place, layer, id, line, geometry, values) { Numbered = numbered };
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _heads?.Dispose();
        _writer.Dispose();
        _file.Dispose();
    }

    private BinaryReader Open(long place)
    {
        // The scratch file is gone when its first handle closes; a reader has one of its own.
        var file = new FileStream(_file.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize);
        file.Position = place;
        return new(file);
    }

    private void Put(Geometry? geometry)
    {
        switch (geometry)
        {
            case null:
                _writer.Write(NoPlace);
                break;
            case Point { IsEmpty: false } point:
                _writer.Write(OnePoint);
                _writer.Write(point.X);
                _writer.Write(point.Y);
                break;
            default:
                var bytes = _shapes.Write(geometry);
                _writer.Write(AnyShape);
                _writer.Write7BitEncodedInt(bytes.Length);
                _writer.Write(bytes);
                break;
        }
    }

    private static Geometry? Shape(BinaryReader reader) => reader.ReadByte() switch
    {
        NoPlace => null,
        OnePoint => _factory.CreatePoint(new Coordinate(reader.ReadDouble(), reader.ReadDouble())),
        _ => new WKBReader(_services).Read(reader.ReadBytes(reader.Read7BitEncodedInt())),
    };

    private void Put(object? value)
    {
        switch (value)
        {
            case null:
                _writer.Write((byte)'0');
                break;
            case string text:
                _writer.Write((byte)'s');
                _writer.Write(text);
                break;
            case long whole:
                _writer.Write((byte)'i');
                _writer.Write(whole);
                break;
            case double real:
                _writer.Write((byte)'r');
                _writer.Write(real);
                break;
            case bool truth:
                _writer.Write((byte)(truth ? 't' : 'f'));
                break;
            default:
                throw new ArgumentException($"No reader gives a {value.GetType().Name}.", nameof(value));
        }
    }

    private static object? Value(BinaryReader reader) => (char)reader.ReadByte() switch
    {
        '0' => null,
        's' => reader.ReadString(),
        'i' => reader.ReadInt64(),
        'r' => reader.ReadDouble(),
        't' => true,
        _ => false,
    };
}

/// <summary>A row as it was kept.</summary>
/// <param name="Place">Where it lay.</param>
/// <param name="Layer">The number of its layer.</param>
/// <param name="Id">Its id.</param>
/// <param name="Line">The line of the file on which it begins.</param>
/// <param name="Geometry">WGS 84, longitude first; null when it has no place.</param>
/// <param name="Values">Values as read, by the number of their column.</param>
internal sealed record SpooledRow(long Place, int Layer, string Id, long Line, Geometry? Geometry, IReadOnlyList<(int Column, object? Value)> Values)
{
    /// <summary>True when the file gives it no id: its id is its number among the rows of the file.</summary>
    public bool Numbered { get; init; }
}
