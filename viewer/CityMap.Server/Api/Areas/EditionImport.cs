using System.Text;
using System.Text.Json;
using CityMap.Geo.Areas.Editions;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Geography;
using CityMap.Server.Api.Problems;
using CityMap.Server.Hosting;
using CityMap.Server.Imports;
using Microsoft.AspNetCore.Http.Features;

namespace CityMap.Server.Api.Areas;

/// <summary>
/// Imports an edition of areas into the layer of districts: all of it or nothing, one entry of the journal, and every other edition beside it.
/// Incidents keep the district they were given; only new ones are placed by the new edition.
/// </summary>
internal sealed class EditionImport(IStore store, CityGeography geography, TimeProvider timeProvider)
{
    /// <summary>The largest file, in bytes: a country's communes in full detail.</summary>
    private const long MostBytes = 512L << 20;

    private const int ChunkSize = 500;
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Answers a request whose body is the file.</summary>
    public static async Task AnswerAsync(HttpContext context, EditionImport import, ScratchFolder scratch, CancellationToken cancellationToken)
    {
        var options = EditionParameters.Read(context.Request);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostBytes;
        var file = scratch.NewFile("edition");
        try
        {
            await ImportsApi.SpoolAsync(context.Request.Body, file, cancellationToken);
            var report = await import.RunAsync(file, options, cancellationToken);
            context.Response.StatusCode = report.Stored ? StatusCodes.Status201Created : StatusCodes.Status200OK;
            await JsonAnswer.WriteAsync(context.Response, report, ApiJson.Plain.EditionReport);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Runs it.</summary>
    /// <exception cref="ProblemException">The file is no edition, or does not fit to those there.</exception>
    public async Task<EditionReport> RunAsync(string file, EditionOptions options, CancellationToken cancellationToken)
    {
        var reader = new EditionReader(options);
        await reader.ReadAsync(file, cancellationToken);
        var topology = await Task.Run(() => CoverageCheck.Find(reader.Areas, cancellationToken), cancellationToken);
        await _one.WaitAsync(cancellationToken);
        try
        {
            var existing = await LayerAsync(cancellationToken);
            var plan = new EditionPlan(options, await FeaturesAsync(existing, cancellationToken));
            var sequence = options.DryRun ? (long?)null : await StoreAsync(existing, plan, reader, options, cancellationToken);
            if (sequence is not null) await geography.RefreshAsync(cancellationToken);
            var closed = options.Succeeds is { } before ? AreaEdition.Of(geography.Districts.Areas).FirstOrDefault(e => e.Id == before) : null;
            return new(
                EditionView.Of(AreaEdition.Of(reader.Areas)[0]), closed is null ? null : EditionView.Of(closed), plan.Replaces, sequence is not null, sequence,
                reader.Warnings, TopologyAnswer.Count(topology));
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<LayerInfo?> LayerAsync(CancellationToken cancellationToken) =>
        (await store.Features.LayersAsync(cancellationToken)).FirstOrDefault(l => l.Id == CityGeography.DistrictsLayer);

    private async Task<List<Feature>> FeaturesAsync(LayerInfo? layer, CancellationToken cancellationToken)
    {
        var features = new List<Feature>();
        if (layer is null) return features;
        await foreach (var feature in store.Features.StreamAsync(new FeatureQuery(layer.Id), null, cancellationToken)) features.Add(feature);
        return features;
    }

    private async Task<long> StoreAsync(LayerInfo? existing, EditionPlan plan, EditionReader reader, EditionOptions options, CancellationToken cancellationToken)
    {
        var mode = plan.OnlyAdds ? ImportMode.Append : ImportMode.Replace;
        await using var import = await store.Features.BeginImportAsync(EditionLayer.Of(existing, options.FileName), mode, cancellationToken);
        var features = reader.Areas.Select(EditionPlan.ToFeature);
        foreach (var chunk in (plan.OnlyAdds ? features : plan.Others().Concat(features)).Chunk(ChunkSize)) await import.WriteAsync(chunk, cancellationToken);
        if ((await LayerAsync(cancellationToken))?.Version != existing?.Version)
        {
            throw new ProblemException("layer_conflict", "edition", "Somebody else has changed the districts meanwhile; nothing was stored.", "the same request again");
        }

        return await import.CommitAsync(Entry(options, reader.Areas.Count, mode), cancellationToken);
    }

    // An import is one entry, of the same kind for every layer; what is special about this one stands beside the rest.
    private NewEntry Entry(EditionOptions options, int count, ImportMode mode)
    {
        var now = Moments.Cut(timeProvider.GetUtcNow());
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("layer", CityGeography.DistrictsLayer);
            json.WriteNumber("count", count);
            json.WriteNumber("bad", 0);
            json.WriteString("mode", mode.ToString().ToLowerInvariant());
            json.WriteString("file", options.FileName);
            json.WriteString("edition", options.Edition);
            json.WriteString("validFrom", EditionView.Day(options.ValidFrom));
            json.WriteString("succeeds", options.Succeeds);
            json.WriteEndObject();
        }

        return new("layer.imported", now, now, options.Actor, Encoding.UTF8.GetString(bytes.ToArray()));
    }
}
