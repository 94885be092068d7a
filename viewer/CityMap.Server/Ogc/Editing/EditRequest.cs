using System.Text.Json;
using System.Text.RegularExpressions;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Server.Api;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Ogc.Editing;

/// <summary>What a request with a feature in it says.</summary>
internal sealed partial class EditRequest : IDisposable
{
    private static readonly JsonDocumentOptions _json = new() { AllowDuplicateProperties = false };
    private readonly JsonBody _body;
    private readonly JsonDocument _document;

    private EditRequest(JsonBody body, JsonDocument document, FeatureBody feature, IdempotencyKey? key) =>
        (_body, _document, Feature, Key) = (body, document, feature, key);

    /// <summary>The feature, or the patch of one.</summary>
    public FeatureBody Feature { get; }

    /// <summary>The caller's idempotency key.</summary>
    public IdempotencyKey? Key { get; }

    /// <summary>Reads a request.</summary>
    /// <exception cref="ProblemException">Its type, its coordinate system or its JSON is wrong.</exception>
    public static async Task<EditRequest> ReadAsync(HttpRequest request, LayerInfo layer, string actor, string[] types)
    {
        var crs = Crs(request);
        var body = await JsonBody.ReadAsync(request, types, request.HttpContext.RequestAborted);
        try
        {
            var document = JsonDocument.Parse(body.Bytes, _json);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new ProblemException("invalid_value", "", "The body is not an object.", "a feature of GeoJSON");
            return new(body, document, new(layer, crs, document.RootElement), body.Key(actor));
        }
        catch (JsonException wrong)
        {
            body.Dispose();
            throw new ProblemException(new(wrong.Message.Contains("uplicate", StringComparison.Ordinal) ? "duplicate_member" : "invalid_json", wrong.Message));
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _document.Dispose();
        _body.Dispose();
    }

    // The header is a URI in angle brackets (OGC 18-058r1 §6.3); without it positions are longitude and latitude.
    private static OgcCrs Crs(HttpRequest request)
    {
        var header = request.Headers["Content-Crs"];
        if (header.Count == 0) return OgcCrs.Crs84;
        var stated = header.Count == 1 && Bracketed().Match(header[0]!) is { Success: true } found ? found.Groups[1].Value : null;
        return Array.Find(OgcCrs.All, crs => crs.Uri == stated)
            ?? throw new ProblemException(new("invalid_value", $"The coordinate system {Texts.Shown(header.ToString())} is not offered here.")
            {
                Field = "Content-Crs",
                Expected = "one of the allowed addresses in angle brackets",
                Allowed = [.. OgcCrs.All.Select(crs => crs.Uri)],
            });
    }

    [GeneratedRegex(@"^\s*<([^<>]+)>\s*\z")]
    private static partial Regex Bracketed();
}
