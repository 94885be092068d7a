using System.IO.Compression;

namespace CityMap.Geo.Formats.Archives;

/// <summary>Opens zip archives of strangers: looks at what they state before unpacking, and holds them to it while unpacking.</summary>
public static class SafeZip
{
    /// <summary>True when a stream begins as a zip archive does; it is left where it stood.</summary>
    public static bool IsZip(Stream stream)
    {
        var start = stream.Position;
        Span<byte> head = stackalloc byte[4];
        var read = stream.ReadAtLeast(head, 4, throwOnEndOfStream: false);
        stream.Position = start;
        return read == 4 && head is [(byte)'P', (byte)'K', 3 or 5, 4 or 6];
    }

    /// <summary>Opens an archive.</summary>
    /// <param name="stream">Must be able to seek; stays open.</param>
    /// <param name="limits">What it may hold.</param>
    /// <exception cref="ArchiveRefusal">It is damaged, or states more than the limits allow, or an entry's path leads out of it.</exception>
    public static ZipArchive Open(Stream stream, ArchiveLimits limits)
    {
        ZipArchive archive;
        try
        {
            archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (FindProblem(archive, limits) is not { } problem) return archive;
            archive.Dispose();
            throw new ArchiveRefusal(problem);
        }
        catch (InvalidDataException damaged)
        {
            throw new ArchiveRefusal($"The archive is damaged or ends too early: {damaged.Message}");
        }
    }

    /// <summary>The bytes of an entry; a read beyond what the entry stated is refused.</summary>
    /// <exception cref="ArchiveRefusal">The entry is packed in a way that is not read, or encrypted.</exception>
    public static Stream Read(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted) throw new ArchiveRefusal($"{entry.FullName} is encrypted.");
        try
        {
            return new StatedLength(entry.Open(), entry.Length, entry.FullName);
        }
        catch (InvalidDataException unread)
        {
            throw new ArchiveRefusal($"{entry.FullName} cannot be unpacked: {unread.Message}");
        }
    }

    private static string? FindProblem(ZipArchive archive, ArchiveLimits limits)
    {
        if (archive.Entries.Count > limits.MostEntries) return $"The archive holds {archive.Entries.Count} entries; at most {limits.MostEntries} are read.";
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            if (LeadsOut(entry.FullName)) return $"The path \"{entry.FullName}\" leads out of the archive.";
            if (IsArchive(entry.FullName)) return $"\"{entry.FullName}\" is an archive within the archive: unpack it first.";
            total += entry.Length;
            if (total > limits.MostBytes) return $"The archive unpacks to more than {limits.MostBytes >> 20} MB.";
            if (entry.Length > limits.RatioFrom && entry.Length / Math.Max(entry.CompressedLength, 1) > limits.HighestRatio)
            {
                return $"\"{entry.FullName}\" unpacks to more than {limits.HighestRatio} times its size: it looks like a zip bomb.";
            }
        }

        return null;
    }

    private static bool LeadsOut(string path) =>
        path.Length == 0 || path[0] is '/' or '\\' || path.Contains('\0') || (path.Length > 1 && path[1] == ':') || path.Split('/', '\\').Contains("..");

    private static bool IsArchive(string path) =>
        path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".kmz", StringComparison.OrdinalIgnoreCase);
}
