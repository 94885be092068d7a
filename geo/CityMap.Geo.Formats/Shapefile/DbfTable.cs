using System.Buffers.Binary;
using System.Text;
using CityMap.Geo.Formats.Sources;

namespace CityMap.Geo.Formats.Shapefile;

/// <summary>
/// The attribute table of a Shapefile (dBASE III to VII, FoxPro). What its header says is checked against its length before a row is read: a table that
/// lies about itself is refused, because its rows would be those of other shapes.
/// </summary>
internal sealed class DbfTable : IAsyncDisposable
{
    private readonly FileStream stream;
    private readonly byte[] row;

    private DbfTable(FileStream stream, IReadOnlyList<DbfField> fields, DbfText text, int rowLength, long count) =>
        (this.stream, Fields, Text, row, Count) = (stream, fields, text, new byte[rowLength], count);

    /// <summary>Its columns.</summary>
    public IReadOnlyList<DbfField> Fields { get; }

    /// <summary>The encoding of its texts, and how that is known.</summary>
    public DbfText Text { get; }

    /// <summary>How many rows it has.</summary>
    public long Count { get; }

    /// <summary>Opens a table.</summary>
    /// <param name="path">The <c>.dbf</c>.</param>
    /// <param name="stated">The encoding somebody stated; or null.</param>
    /// <param name="codePage">What stands in the <c>.cpg</c>; or null.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="SourceRefusal">It is none, or lies about its length.</exception>
    public static async Task<DbfTable> OpenAsync(string path, Encoding? stated, string? codePage, CancellationToken cancellationToken)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, useAsync: true);
        try
        {
            var head = new byte[32];
            if (await stream.ReadAtLeastAsync(head, 32, throwOnEndOfStream: false, cancellationToken) < 32) throw Lies("it has no header");
            var count = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
            var (first, length) = (BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(8)), BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(10)));
            if (first < 33 || length < 1 || first > stream.Length) throw Lies($"its header of {first} bytes and its rows of {length} cannot be");
            var there = (stream.Length - first) / length;
            if (there < count) throw Lies($"it says that it holds {count:N0} rows of {length} bytes, and there are {there:N0}");
            var descriptors = new byte[first - 32];
            await stream.ReadExactlyAsync(descriptors, cancellationToken);
            var sample = new byte[Math.Min(256 * 1024 / length * length, Math.Min(there, count) * length)];
            await stream.ReadExactlyAsync(sample, cancellationToken);
            var fields = Describe(descriptors, Encoding.Latin1, length);
            var text = DbfText.Decide(stated, codePage, head[29], descriptors, fields, sample, length);
            stream.Position = first;
            return new(stream, Describe(descriptors, text.Encoding, length), text, length, count);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads the next row.</summary>
    /// <returns>Its values by column; null when the row is marked as deleted.</returns>
    public async ValueTask<IReadOnlyDictionary<string, object?>?> ReadAsync(CancellationToken cancellationToken)
    {
        await stream.ReadExactlyAsync(row, cancellationToken);
        if (row[0] == (byte)'*') return null;
        var values = new Dictionary<string, object?>(Fields.Count, StringComparer.Ordinal);
        foreach (var field in Fields) values[field.Name] = field.Read(row, Text.Encoding);
        return values;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private static List<DbfField> Describe(byte[] descriptors, Encoding encoding, int rowLength)
    {
        var fields = new List<DbfField>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var offset = 1;
        for (var at = 0; at + 32 <= descriptors.Length && descriptors[at] != 0x0D; at += 32)
        {
            var name = encoding.GetString(DbfField.Trimmed(descriptors.AsSpan(at, 11))).Trim();
            if (name.Length == 0) name = "field";
            for (var n = 2; !names.Add(name); n++) name = $"{name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('_')}_{n}";
            // A text may be longer than a byte can say: the decimals are then its upper byte.
            var (type, length) = ((char)descriptors[at + 11], descriptors[at + 16] + (descriptors[at + 11] == 'C' ? descriptors[at + 17] << 8 : 0));
            if (length == 0 || offset + length > rowLength) throw Lies($"its column {name} of {length} bytes does not fit its rows of {rowLength}");
            fields.Add(new(name, type, offset, length));
            offset += length;
        }

        return fields;
    }

    private static SourceRefusal Lies(string how) => new("import_failed", $"The attribute table (.dbf) is damaged: {how}. Export it again.");
}
