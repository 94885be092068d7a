using CityMap.Geo.Formats.Archives;

namespace CityMap.Geo.Formats.Sources;

/// <summary>What can be seen of a file before it is read: enough to say which format it is.</summary>
public sealed class SourceHead
{
    /// <summary>So many bytes are looked at.</summary>
    public const int Size = 64 * 1024;

    private SourceHead(byte[] bytes, string extension, IReadOnlyList<string> entries) => (Bytes, Extension, Entries) = (bytes, extension, entries);

    /// <summary>The first bytes, without a byte order mark of UTF-8.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The extension of the file's name without its dot, in small letters; empty when there is none.</summary>
    public string Extension { get; }

    /// <summary>The names of the files in a zip archive; empty for any other file.</summary>
    public IReadOnlyList<string> Entries { get; }

    /// <summary>True for a zip archive.</summary>
    public bool IsZip => Bytes.Span.StartsWith("PK\u0003\u0004"u8) || Bytes.Span.StartsWith("PK\u0005\u0006"u8);

    /// <summary>Looks at a file; an archive is checked (<see cref="SafeArchive"/>) before its names are told.</summary>
    /// <exception cref="SourceRefusal">It is an archive that is not safe to unpack.</exception>
    public static async Task<SourceHead> ReadAsync(Source source, CancellationToken cancellationToken)
    {
        var bytes = new byte[Size];
        await using (var stream = source.Open())
        {
            var length = await stream.ReadAtLeastAsync(bytes, Size, throwOnEndOfStream: false, cancellationToken);
            var start = bytes.AsSpan(0, length).StartsWith("\uFEFF"u8) ? 3 : 0;
            bytes = bytes[start..length];
        }

        // The name may still say that it was packed: the bytes no longer are.
        var name = source.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? source.Name[..^3] : source.Name;
        var head = new SourceHead(bytes, Path.GetExtension(name).TrimStart('.').ToLowerInvariant(), []);
        if (!head.IsZip) return head;
        using var archive = SafeArchive.Open(source.Path);
        return new(bytes, head.Extension, archive.Names);
    }

    /// <summary>True when the file is a zip archive that holds a file of one of these extensions, written without a dot.</summary>
    public bool Holds(params ReadOnlySpan<string> extensions)
    {
        foreach (var entry in Entries)
        {
            foreach (var extension in extensions)
            {
                if (Path.GetExtension(entry.AsSpan()).TrimStart('.').Equals(extension, StringComparison.OrdinalIgnoreCase)) return true;
            }
        }

        return false;
    }
}
