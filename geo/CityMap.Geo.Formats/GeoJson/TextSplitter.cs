using System.Runtime.CompilerServices;
using CityMap.Geo.Formats.Sources;

namespace CityMap.Geo.Formats.GeoJson;

/// <summary>Cuts a stream at a byte, in the memory of its largest piece.</summary>
internal static class TextSplitter
{
    /// <summary>A feature of a million vertices takes some forty megabytes of text.</summary>
    private const int MostBytes = 128 << 20;

    /// <summary>The pieces without the byte; each is only good until the next is asked for.</summary>
    /// <exception cref="SourceRefusal">A piece is longer than 128 MiB.</exception>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> SplitAsync(Stream stream, byte separator, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var (start, end, looked) = (0, 0, 0);
        while (true)
        {
            var at = buffer.AsSpan(looked, end - looked).IndexOf(separator);
            if (at >= 0)
            {
                yield return buffer.AsMemory(start, looked + at - start);
                start = looked = looked + at + 1;
                continue;
            }

            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (end, start) = (end - start, 0);
            looked = end;
            if (end >= MostBytes) throw new SourceRefusal("import_failed", $"A single feature takes more than {MostBytes >> 20} MiB of text.");
            if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
            if (read == 0) break;
            end += read;
        }

        if (end > start) yield return buffer.AsMemory(start, end - start);
    }
}
