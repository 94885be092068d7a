using System.Globalization;
using System.Text;
using CityMap.Geo.Layers;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api;

/// <summary>Who is calling: the name that goes into every entry, and the areas they may see.</summary>
/// <param name="Actor">A display name; until accounts exist it is what the caller says.</param>
/// <param name="Audience">Everyone, until accounts exist.</param>
internal sealed record Caller(string Actor, Audience Audience)
{
    private const int MostCharacters = 120;
    private static readonly Caller _anonymous = new("anonymous", Audience.Everyone);

    /// <summary>Reads the caller from the request's <c>X-Actor</c>.</summary>
    /// <exception cref="ProblemException">The header is no name.</exception>
    public static Caller Of(HttpRequest request)
    {
        var header = request.Headers["X-Actor"];
        if (header.Count == 0) return _anonymous;
        if (header.Count > 1) throw new ProblemException("text_malformed", "X-Actor", "The header X-Actor is there more than once.", "once");
        var name = CleanText.Take(Unescape(header[0]!), "X-Actor", MostCharacters).Trim();
        return name.Length == 0 ? _anonymous : new Caller(name, Audience.Everyone);
    }

    /// <summary>The idempotency key, when there is one.</summary>
    /// <exception cref="ProblemException">It is too long or no plain text.</exception>
    public static string? Key(HttpRequest request)
    {
        var header = request.Headers["Idempotency-Key"];
        if (header.Count == 0) return null;
        var key = header.Count == 1 ? header[0]! : throw new ProblemException(
            "invalid_value", "Idempotency-Key", "The header Idempotency-Key is there more than once.", "once");
        if (key.Length == 0) throw new ProblemException("invalid_value", "Idempotency-Key", "The header Idempotency-Key is empty.", "1 to 255 characters");
        return CleanText.Take(key, "Idempotency-Key", 255);
    }

    private static string Unescape(string header)
    {
        if (!header.Contains('%')) return header;
        var bytes = Encoding.UTF8.GetBytes(header);
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '%')
            {
                if (i + 2 >= bytes.Length || !byte.TryParse(bytes.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, Texts.Plain, out bytes[i + 2]))
                {
                    throw NotEscaped();
                }

                i += 2;
            }

            bytes[length++] = bytes[i];
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            throw NotEscaped();
        }
    }

    private static ProblemException NotEscaped() =>
        new("text_malformed", "X-Actor", "The header X-Actor is not percent-encoded UTF-8.", "for example Tr%E1%BB%B1c%20ban");
}
