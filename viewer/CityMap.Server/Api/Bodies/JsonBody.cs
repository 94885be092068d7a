using System.Buffers;
using System.Security.Cryptography;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Bodies;

/// <summary>A request's JSON body, read once from the connection's own buffers.</summary>
internal static class JsonBody
{
    /// <summary>The whole body; call <see cref="Release"/> when it is no longer needed.</summary>
    /// <exception cref="ProblemException">It is not JSON by its content type.</exception>
    public static async ValueTask<ReadOnlySequence<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        CheckContentType(request);
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.IsCompleted) return read.Buffer;
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>Gives the buffers back.</summary>
    public static void Release(HttpRequest request, ReadOnlySequence<byte> body) => request.BodyReader.AdvanceTo(body.End);

    /// <summary>SHA-256 of the body in lower-case hex.</summary>
    public static string Hash(ReadOnlySequence<byte> body)
    {
        if (body.IsSingleSegment) return Convert.ToHexStringLower(SHA256.HashData(body.FirstSpan));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in body) hash.AppendData(part.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void CheckContentType(HttpRequest request)
    {
        var type = request.ContentType.AsSpan();
        if (type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || Charset(type)) return;
        throw new ProblemException(
            "unsupported_media_type", "Content-Type", type.IsEmpty ? "The body has no content type." : $"{Texts.Shown(request.ContentType!)} is not read here.", "application/json");
    }

    private static bool Charset(ReadOnlySpan<char> type)
    {
        var semicolon = type.IndexOf(';');
        if (semicolon < 0 || !type[..semicolon].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase)) return false;
        var rest = type[(semicolon + 1)..].Trim();
        return rest.IsEmpty || rest.Equals("charset=utf-8", StringComparison.OrdinalIgnoreCase)
            || rest.Equals("charset=\"utf-8\"", StringComparison.OrdinalIgnoreCase);
    }
}
