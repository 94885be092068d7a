using System.IO.Compression;
using CityMap.Geo.Formats.Sources;

namespace CityMap.Geo.Formats.Archives;

/// <summary>What a zip archive must be for anything in it to be unpacked: nothing here trusts more than its directory, and nothing is written before it passes.</summary>
internal static class ArchiveRules
{
    public const int MostEntries = 10_000;

    public const long MostBytes = 4L << 30;

    /// <summary>Attribute tables with wide empty columns shrink to a hundredth; bombs to a thousandth.</summary>
    public const int MostRatio = 250;

    /// <summary>Below this nobody is hurt, whatever the ratio.</summary>
    private const long Harmless = 1 << 20;

    private static readonly string[] Archives = [".zip", ".kmz", ".gz", ".tgz", ".tar", ".7z", ".rar", ".bz2", ".xz", ".zst"];

    /// <summary>Checks everything the directory says.</summary>
    /// <exception cref="SourceRefusal"><c>archive_refused</c>, with the entry and the limit.</exception>
    public static void Check(IReadOnlyList<ZipArchiveEntry> entries)
    {
        if (entries.Count > MostEntries) throw Refused($"it holds {entries.Count:N0} entries, more than {MostEntries:N0}");
        var (bytes, packed) = (0L, 0L);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            CheckName(entry.FullName);
            if (!names.Add(NameOf(entry))) throw Refused($"it holds \"{NameOf(entry)}\" twice");
            if (entry.IsEncrypted) throw Refused($"\"{NameOf(entry)}\" is encrypted");
            if (IsLink(entry)) throw Refused($"\"{NameOf(entry)}\" is a link to another file");
            if (Archives.Contains(Path.GetExtension(entry.FullName), StringComparer.OrdinalIgnoreCase)) throw Refused($"it holds another archive, \"{NameOf(entry)}\"; bring that one by itself");
            bytes = checked(bytes + entry.Length);
            packed += entry.CompressedLength;
            if (bytes > MostBytes) throw TooLong();
            if (entry.Length > Harmless && entry.Length / MostRatio > entry.CompressedLength) throw Ratio(NameOf(entry));
        }

        CheckGrowth(bytes, packed);
    }

    /// <summary>Checks how long something is unpacked, or has become so far.</summary>
    /// <exception cref="SourceRefusal"><c>archive_refused</c>, with the limit.</exception>
    public static void CheckGrowth(long bytes, long packed)
    {
        if (bytes > MostBytes) throw TooLong();
        if (bytes > Harmless && bytes / MostRatio > packed) throw Ratio("it");
    }

    /// <summary>The name with forward slashes, as some programs write it with the others.</summary>
    public static string NameOf(ZipArchiveEntry entry) => entry.FullName.Replace('\\', '/');

    public static SourceRefusal Refused(string reason, Exception? inner = null) => new("archive_refused", $"The archive is not unpacked: {reason}.", inner);

    private static SourceRefusal TooLong() => Refused($"unpacked it would take more than {MostBytes >> 30} GiB");

    private static SourceRefusal Ratio(string what) => Refused($"{(what == "it" ? what : $"\"{what}\"")} would grow more than {MostRatio} times");

    private static void CheckName(string name)
    {
        var plain = name.Replace('\\', '/');
        if (plain.Length == 0 || plain[0] == '/' || plain.Contains(':') || plain.Any(char.IsControl) || plain.Split('/').Contains(".."))
        {
            throw Refused($"the path \"{string.Concat(name.Take(80).Select(c => char.IsControl(c) ? '?' : c))}\" leads out of it");
        }
    }

    // The upper half of the attributes is the mode of a Unix file; a link has the type 0xA000.
    private static bool IsLink(ZipArchiveEntry entry) => ((entry.ExternalAttributes >> 16) & 0xF000) == 0xA000;
}
