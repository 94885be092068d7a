using System.IO.Compression;
using CityMap.Geo.Formats.Sources;
using ICSharpCode.SharpZipLib.Checksum;

namespace CityMap.Geo.Formats.Archives;

/// <summary>
/// A zip archive (APPNOTE 6.3) from somebody: its directory is checked when it is opened, and each file against its stated length and checksum
/// while it is read. Limits: 10,000 entries, 4 GiB, 250 times the packed size; no archive within, no path that leads out, no link, no encryption.
/// </summary>
public sealed class SafeArchive : IDisposable
{
    private readonly FileStream stream;
    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> entries;

    private SafeArchive(FileStream stream, ZipArchive archive)
    {
        (this.stream, this.archive) = (stream, archive);
        entries = archive.Entries.Where(IsContent).ToDictionary(ArchiveRules.NameOf, StringComparer.Ordinal);
        Names = [.. entries.Keys];
    }

    /// <summary>The files in it, as paths with forward slashes; without folders and what file managers leave behind.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Opens an archive and checks it.</summary>
    /// <exception cref="SourceRefusal"><c>archive_refused</c>: it is damaged, or breaks one of the limits.</exception>
    public static SafeArchive Open(string path)
    {
        var stream = File.OpenRead(path);
        try
        {
            var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            ArchiveRules.Check(archive.Entries);
            return new(stream, archive);
        }
        catch (Exception error)
        {
            stream.Dispose();
            if (error is InvalidDataException or OverflowException) throw ArchiveRules.Refused("it is damaged or ends too early", error);
            throw;
        }
    }

    /// <summary>The length of a file when unpacked, bytes.</summary>
    public long LengthOf(string name) => entries[name].Length;

    /// <summary>Unpacks one file.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="path">Where it is written; overwritten.</param>
    /// <param name="cancellationToken">Stops unpacking.</param>
    /// <exception cref="SourceRefusal"><c>archive_refused</c>: it is longer, shorter or other than the directory says.</exception>
    public async Task ExtractAsync(string name, string path, CancellationToken cancellationToken)
    {
        var entry = entries[name];
        var checksum = new Crc32();
        var buffer = new byte[128 * 1024];
        long length = 0;
        try
        {
            await using var source = await entry.OpenAsync(cancellationToken);
            await using var target = File.Create(path);
            while (await source.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                if ((length += read) > entry.Length) throw ArchiveRules.Refused($"\"{name}\" is longer than it says");
                checksum.Update(new ArraySegment<byte>(buffer, 0, read));
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        catch (InvalidDataException damaged)
        {
            throw ArchiveRules.Refused($"\"{name}\" is damaged", damaged);
        }

        if (length != entry.Length || (uint)checksum.Value != entry.Crc32) throw ArchiveRules.Refused($"\"{name}\" is damaged");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        archive.Dispose();
        stream.Dispose();
    }

    private static bool IsContent(ZipArchiveEntry entry)
    {
        var name = ArchiveRules.NameOf(entry);
        var file = name[(name.LastIndexOf('/') + 1)..];
        return file.Length > 0 && !name.StartsWith("__MACOSX/", StringComparison.Ordinal) && file is not (".DS_Store" or "Thumbs.db" or "desktop.ini");
    }
}
