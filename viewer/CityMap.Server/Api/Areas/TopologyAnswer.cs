using System.Text.Json;
using CityMap.Geo.Areas.Editions;
using CityMap.Geo.Formats.GeoJson;

namespace CityMap.Server.Api.Areas;

/// <summary>The faults of an edition as a GeoJSON feature collection that any map can show.</summary>
internal static class TopologyAnswer
{
    /// <summary>How many there are of each kind; a sliver is counted as one and not as the overlap or gap it is.</summary>
    public static IReadOnlyDictionary<string, int> Count(IReadOnlyList<CoverageProblem> problems) => new Dictionary<string, int>
    {
        ["overlap"] = problems.Count(p => p is { Kind: CoverageProblemKind.Overlap, IsSliver: false }),
        ["gap"] = problems.Count(p => p is { Kind: CoverageProblemKind.Gap, IsSliver: false }),
        ["sliver"] = problems.Count(p => p.IsSliver),
        ["invalid"] = problems.Count(p => p.Kind == CoverageProblemKind.Invalid),
    };

    /// <summary>Writes it.</summary>
    public static async Task WriteAsync(HttpResponse response, AreaEdition edition, IReadOnlyList<CoverageProblem> problems, CancellationToken cancellationToken)
    {
        response.ContentType = "application/geo+json";
        await using var json = new Utf8JsonWriter(response.BodyWriter, new() { Encoder = ApiJson.Plain.Options.Encoder });
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("edition", edition.Id);
        json.WriteStartObject("counts");
        foreach (var (kind, count) in Count(problems)) json.WriteNumber(kind, count);
        json.WriteEndObject();
        json.WriteStartArray("features");
        for (var i = 0; i < problems.Count; i++) Write(json, problems[i], i + 1, edition);
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    private static void Write(Utf8JsonWriter json, CoverageProblem problem, int number, AreaEdition edition)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteNumber("id", number);
        json.WritePropertyName("geometry");
        GeoJsonWriter.Write(json, problem.Shape);
        json.WriteStartObject("properties");
        json.WriteString("kind", problem.Kind.ToString().ToLowerInvariant());
        json.WriteBoolean("sliver", problem.IsSliver);
        json.WriteString("areas", string.Join(", ", problem.AreaIds));
        json.WriteString("names", string.Join(", ", problem.AreaIds.Select(id => edition.Areas.First(a => a.Id == id).NameVi)));
        json.WriteNumber("squareMetres", Math.Round(problem.SquareMetres, 1));
        json.WriteNumber("meanWidthMetres", Math.Round(problem.MeanWidthMetres, 2));
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
