using System.Text.Json;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.GeoJson;

/// <summary>One reading of one document: what was found since the last step stands in <see cref="Items"/>.</summary>
internal sealed class GeoJsonDocument : IDisposable
{
    private readonly JsonWindow window;
    private readonly Members root = new("");
    private readonly FeatureParser parser;
    private readonly List<SourceItem> items = [];
    private Place place = Place.Start;
    private readonly Action<Crs> placed;
    private Placement? placement;
    private long features;
    private bool hasFeatures;

    public GeoJsonDocument(Stream stream, Crs? stated, Action<Crs> placed)
    {
        window = new JsonWindow(stream);
        parser = new FeatureParser((path, reason) => items.Add(new SourceRemark(window.Line, Gravity.Warning, path, reason)), () => placement);
        this.placed = placed;
        if (stated is not null) Settle(stated);
    }

    private enum Place
    {
        Start,
        Member,
        Features,
        End,
    }

    public IReadOnlyList<SourceItem> Items => items;

    /// <summary>Takes one step; false when the document is at its end.</summary>
    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        items.Clear();
        try
        {
            place = place switch
            {
                Place.Start => await BeginAsync(cancellationToken),
                Place.Member => await MemberAsync(cancellationToken),
                _ => await FeatureAsync(cancellationToken),
            };
        }
        catch (GeoJsonRefusal refusal)
        {
            Stop(refusal.Path, refusal.Message, refusal.Unplaced);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            Stop("", error is JsonException json ? Explain(json) : "The text holds half a character (an unpaired surrogate).");
        }

        return place != Place.End;
    }

    public void Dispose() => window.Dispose();

    private async ValueTask<Place> BeginAsync(CancellationToken cancellationToken)
    {
        var (token, _) = await window.TokenAsync(cancellationToken);
        return token == JsonTokenType.StartObject ? Place.Member : throw new GeoJsonRefusal("", "A GeoJSON text is one object; this one is not.");
    }

    private async ValueTask<Place> MemberAsync(CancellationToken cancellationToken)
    {
        var (token, name) = await window.TokenAsync(cancellationToken);
        if (token == JsonTokenType.EndObject)
        {
            Finish();
            if ((await window.TokenAsync(cancellationToken)).Type != JsonTokenType.None) throw new GeoJsonRefusal("", "Something stands after the end of the object.");
            return Place.End;
        }

        if (name != "features")
        {
            root.Add(name!, (await window.ValueAsync(keep: true, cancellationToken))!.Value);
            return Place.Member;
        }

        if (hasFeatures) throw new GeoJsonRefusal("features", "The member \"features\" stands twice.");
        hasFeatures = true;
        var (opening, _) = await window.TokenAsync(cancellationToken);
        if (placement is null && GeoJsonCrs.Find(root) is { } named) Settle(named);
        return opening == JsonTokenType.StartArray ? Place.Features : throw new GeoJsonRefusal("features", "\"features\" must be an array.");
    }

    private async ValueTask<Place> FeatureAsync(CancellationToken cancellationToken)
    {
        if (await window.ValueAsync(keep: false, cancellationToken) is not { } element) return Place.Member;
        var path = FormattableString.Invariant($"features[{features++}]");
        try
        {
            items.Add(parser.Parse(Members.Of(element, path), window.Line));
        }
        catch (GeoJsonRefusal refusal)
        {
            items.Add(new SourceRemark(window.Line, Gravity.Bad, refusal.Path, refusal.Message) { Unplaced = refusal.Unplaced });
        }
        catch (InvalidOperationException)
        {
            items.Add(new SourceRemark(window.Line, Gravity.Bad, path, "The text holds half a character (an unpaired surrogate)."));
        }

        return Place.Features;
    }

    // The type may stand behind the features, so the collection is judged at its end.
    private void Finish()
    {
        var type = root.Type();
        if (hasFeatures && type != "FeatureCollection")
        {
            throw new GeoJsonRefusal("features", type is "Feature" || GeometryParser.IsGeometry(type)
                ? $"A {type} may not have the member \"features\" (RFC 7946 §7.1)."
                : $"\"{type}\" is not a type of GeoJSON{GeometryParser.Suggest(type)}");
        }

        switch (type)
        {
            case "FeatureCollection":
                // What was read before the name of its system was read as WGS 84.
                if (placement is null && GeoJsonCrs.Find(root) is { Code: not 4326 } late) throw new GeoJsonRefusal("crs", $"The member \"crs\" stands behind the features; state {late} with crs.");
                root.Forbid("FeatureCollection", "coordinates", "geometries", "geometry", "properties");
                BoxRule.Check(root);
                if (!hasFeatures) throw new GeoJsonRefusal("features", "The member \"features\" is missing.");
                break;
            case "Feature":
                if (placement is null && GeoJsonCrs.Find(root) is { } own) Settle(own);
                items.Add(parser.Parse(root, 1));
                break;
            default:
                items.Add(new SourceRow(1, null, parser.Geometry(root), new Dictionary<string, object?>()));
                break;
        }
    }

    private void Settle(Crs crs)
    {
        if (crs.Code == CrsCatalogue.Wgs84.Code) return;
        placement = new(crs);
        placed(crs);
    }

    private void Stop(string path, string reason, Coordinate? unplaced = null)
    {
        items.Add(new SourceRemark(window.Line, Gravity.Fatal, path, reason) { Unplaced = unplaced });
        place = Place.End;
    }

    // The parser speaks of depths and tokens; people want to hear that the file was cut off.
    private static string Explain(JsonException error)
    {
        var end = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var message = end < 0 ? error.Message : error.Message[..end];
        if (message.Contains("does not contain any JSON tokens", StringComparison.Ordinal)) return "The file is empty.";
        return message.Contains("Expected depth to be zero", StringComparison.Ordinal) || message.Contains("reached end of data", StringComparison.Ordinal)
            ? "The file ends too early: something is still open."
            : $"This is not JSON: {message}";
    }
}
