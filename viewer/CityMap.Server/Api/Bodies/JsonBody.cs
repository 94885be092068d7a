using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using CityMap.Geo.Journal;
using CityMap.Server.Api.Problems;
using CityMap.Server.Hosting;

namespace CityMap.Server.Api.Bodies;

/// <summary>
/// A request's JSON body, read once from the connection's own buffers. Dispose it however the request ends: buffers that are not given
/// back cost the caller its connection.
/// </summary>
internal readonly struct JsonBody : IDisposable
{
    private static readonly string[] _json = ["application/json"];
    private const string Identity = "identity";
    private readonly HttpRequest _request;

    private JsonBody(HttpRequest request, ReadOnlySequence<byte> bytes) => (_request, Bytes) = (request, bytes);

    /// <summary>The whole body, valid until this is disposed.</summary>
    public ReadOnlySequence<byte> Bytes { get; }

    /// <summary>Reads the whole body.</summary>
    /// <exception cref="ProblemException">It is not JSON by its content type, or too large.</exception>
    public static ValueTask<JsonBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken) => ReadAsync(request, _json, cancellationToken);

    /// <summary>Reads the whole body, which is of one of some types that are JSON.</summary>
    /// <exception cref="ProblemException">It is of another content type, coded, or larger than <see cref="BodyLimits.Default"/>.</exception>
    public static async ValueTask<JsonBody> ReadAsync(HttpRequest request, string[] types, CancellationToken cancellationToken)
    {
        CheckContentType(request, types);
        CheckContentCoding(request);
        if (request.ContentLength > BodyLimits.Default) throw TooLarge();
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > BodyLimits.Default)
            {
                reader.AdvanceTo(read.Buffer.End);
                throw TooLarge();
            }

            if (read.IsCompleted) return new(request, read.Buffer);
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>The caller's idempotency key with what it belongs to: the method, the address and the body; null when there is none.</summary>
    /// <param name="actor">Whose key it is.</param>
    public IdempotencyKey? Key(string actor) => Key(_request, actor, Bytes);

    /// <summary>The idempotency key of a request that has no body; null when there is none.</summary>
    /// <param name="request">The request.</param>
    /// <param name="actor">Whose key it is.</param>
    public static IdempotencyKey? KeyWithoutBody(HttpRequest request, string actor) => Key(request, actor, default);

    /// <inheritdoc/>
    public void Dispose() => _request.BodyReader.AdvanceTo(Bytes.End);

    private static IdempotencyKey? Key(HttpRequest request, string actor, ReadOnlySequence<byte> bytes) =>
        Caller.Key(request) is { } value ? new(actor, value, Hash(request, bytes)) : null;

    // SHA-256 in lower-case hex. The same body may be sent to several addresses and mean something else at each.
    private static string Hash(HttpRequest request, ReadOnlySequence<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.PathBase}{request.Path}\n"));
        foreach (var part in bytes) hash.AppendData(part.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static ProblemException TooLarge() =>
        new(new("body_too_large", "The body is larger than this server takes.") { Expected = $"at most {BodyLimits.Default:N0} bytes" });

    private static void CheckContentType(HttpRequest request, string[] types)
    {
        var type = request.ContentType.AsSpan();
        foreach (var allowed in types)
        {
            if (type.Equals(allowed, StringComparison.OrdinalIgnoreCase) || Charset(type, allowed)) return;
        }

        throw new ProblemException(
            "unsupported_media_type", "Content-Type", type.IsEmpty ? "The body has no content type." : $"{Texts.Shown(request.ContentType!)} is not read here.", string.Join(" or ", types));
    }

    // Named in the answer, so that a client knows it is the coding (RFC 9110 §15.5.16).
    private static void CheckContentCoding(HttpRequest request)
    {
        var coding = request.Headers.ContentEncoding.ToString();
        if (coding.Length == 0 || coding.Equals(Identity, StringComparison.OrdinalIgnoreCase)) return;
        throw new ProblemException(new("unsupported_coding", $"A body in JSON is not unpacked here: {Texts.Shown(coding)}.")
        {
            Field = "Content-Encoding",
            Expected = "the body as it is, without a content coding",
            AcceptEncoding = Identity,
        });
    }

    private static bool Charset(ReadOnlySpan<char> type, string allowed)
    {
        var semicolon = type.IndexOf(';');
        if (semicolon < 0 || !type[..semicolon].Trim().Equals(allowed, StringComparison.OrdinalIgnoreCase)) return false;
        var rest = type[(semicolon + 1)..].Trim();
        return rest.IsEmpty || rest.Equals("charset=utf-8", StringComparison.OrdinalIgnoreCase)
            || rest.Equals("charset=\"utf-8\"", StringComparison.OrdinalIgnoreCase);
    }
}
