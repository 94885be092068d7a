using System.Text;
using CityMap.Geo.Formats.Archives;
using CityMap.Geo.Formats.Sources;
using CityMap.Geo.Formats.Texts;
using ICSharpCode.SharpZipLib;
using ICSharpCode.SharpZipLib.GZip;
using UtfUnknown;

namespace CityMap.Geo.Formats;

/// <summary>Opens files as they come from a department: gzip or not, UTF-8 or not.</summary>
public static class SourceFile
{
    private const int Sample = 256 * 1024;

    /// <summary>Gives the plain bytes of a stream that may be gzip (RFC 1952), recognised by its first two bytes.</summary>
    /// <remarks>The framework's GZipStream ends a file cut in half without a word; this reader checks length and checksum, and throws.</remarks>
    /// <param name="stream">Must be able to seek; read from where it stands.</param>
    public static Stream Unpack(Stream stream)
    {
        var start = stream.Position;
        var zipped = stream.ReadByte() == 0x1f && stream.ReadByte() == 0x8b;
        stream.Position = start;
        return zipped ? new GZipInputStream(stream) { IsStreamOwner = false } : stream;
    }

    /// <summary>Writes the plain bytes of a stream that may be gzip; what would grow beyond the limits of an archive is refused while it grows.</summary>
    /// <param name="packed">Must be able to seek; read from where it stands.</param>
    /// <param name="plain">Where the bytes are written.</param>
    /// <param name="cancellationToken">Stops unpacking.</param>
    /// <exception cref="SourceRefusal"><c>archive_refused</c> with the limit; <c>import_failed</c> when it is damaged.</exception>
    public static async Task UnpackAsync(Stream packed, Stream plain, CancellationToken cancellationToken)
    {
        var source = Unpack(packed);
        if (ReferenceEquals(source, packed))
        {
            await packed.CopyToAsync(plain, cancellationToken);
            return;
        }

        var (buffer, length, size) = (new byte[Sample], 0L, packed.Length - packed.Position);
        try
        {
            while (await source.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                ArchiveRules.CheckGrowth(length += read, size);
                await plain.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        catch (Exception damaged) when (damaged is SharpZipBaseException or EndOfStreamException)
        {
            throw new SourceRefusal("import_failed", $"The compressed file is damaged or ends too early: {damaged.Message}", damaged);
        }
    }

    /// <summary>Says in which encoding a text stands: a byte order mark decides, then valid UTF-8, then Vietnamese spelling in TCVN3 or windows-1258, then statistics over the first 256 kB.</summary>
    /// <param name="stream">Plain bytes; read forward, so give a stream of its own.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The encoding, and how sure that is (0 to 1).</returns>
    public static async Task<(Encoding Encoding, double Confidence)> DetectEncodingAsync(Stream stream, CancellationToken cancellationToken)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = new byte[Sample];
        var length = await stream.ReadAtLeastAsync(bytes, Sample, throwOnEndOfStream: false, cancellationToken);
        var text = bytes.AsSpan(0, length);
        if (System.Text.Unicode.Utf8.IsValid(TrimLastCharacter(text))) return (new UTF8Encoding(false, throwOnInvalidBytes: true), 1);
        if (TextEncodings.DetectVietnamese(text) is { } vietnamese) return vietnamese;
        var best = CharsetDetector.DetectFromBytes(bytes.AsSpan(0, length).ToArray()).Detected;
        return best?.Encoding is { } found && best.Confidence > 0.5f
            ? (found, best.Confidence)
            : (new UTF8Encoding(false, throwOnInvalidBytes: true), 0);
    }

    // The sample may end within a character; that is no fault of the file.
    private static ReadOnlySpan<byte> TrimLastCharacter(ReadOnlySpan<byte> text)
    {
        if (text.Length < Sample) return text;
        var end = text.Length;
        while (end > 0 && text.Length - end < 3 && (text[end - 1] & 0xC0) == 0x80) end--;
        return end > 0 && text[end - 1] >= 0xC0 ? text[..(end - 1)] : text;
    }
}
