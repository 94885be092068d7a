using CityMap.Server.Api;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Documents;
using CityMap.Server.Api.Layers;
using CityMap.Server.Api.Parameters;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CityMap.Server.Analyses;

/// <summary><c>/api/analyses</c>: what is worked out from layers, kept as layers.</summary>
internal static class AnalysesApi
{
    private static readonly BodyDocument _order = new(
        "What is asked (Buffer, Select, Summary, Intersect, Nearest, Coverage, WhatIf) of which layers; `filter` is CQL2 text, `distance` metres. "
        + "Buffer: distance, dissolve. Select: shape or other, within. Summary: other, sum. Intersect, Nearest: other. Coverage: other, distance. WhatIf: other, distance, drafts.",
        """
        {"kind":"Coverage","input":{"layer":"streets"},"other":{"layer":"facilities","filter":"kind = 'fire_station'"},"distance":500,
         "title":{"vi":"Đường cách trạm cứu hoả 500 m","en":"Streets within 500 m of a fire station"}}
        """);

    /// <summary>Registers what it needs.</summary>
    public static IServiceCollection AddCityMapAnalyses(this IServiceCollection services) =>
        services.AddSingleton<AnalysisReader>().AddSingleton<AnalysisBook>().AddSingleton<AnalysisDesk>();

    /// <summary>Maps the routes.</summary>
    public static void MapAnalysesApi(this IEndpointRouteBuilder routes)
    {
        var analyses = routes.MapGroup("/api/analyses").WithTags("Analyses").WithMetadata(QueryParameters.None);
        analyses.MapGet("", ListAsync).WithName("listAnalyses").WithSummary("Every layer that was worked out, with how it was made and whether its inputs have changed since.");
        analyses.MapPost("", MakeAsync).WithName("makeAnalysis").WithMetadata(_order).WithSummary("Work something out from layers; the result is a new layer.");
        analyses.MapPost("/preview", PreviewAsync).WithName("previewAnalysis").WithMetadata(_order).WithSummary("How many features an analysis would take; nothing is worked out.");
        analyses.MapGet("/{id}", GetAsync).WithName("getAnalysis").WithSummary("How a layer was made, and whether its inputs have changed since.");
        analyses.MapPost("/{id}/recompute", RemakeAsync).WithName("recomputeAnalysis").WithSummary("Work a layer out again with its inputs as they are now.");
    }

    private static async Task<Ok<AnalysisPage>> ListAsync(HttpRequest request, AnalysisBook book, LayerBounds bounds, CancellationToken cancellationToken)
    {
        QueryParameters.None.Read(request);
        var items = new List<AnalysisView>();
        foreach (var made in await book.AllAsync(cancellationToken)) items.Add(await ShowAsync(made, bounds, cancellationToken));
        return TypedResults.Ok(new AnalysisPage(items));
    }

    private static async Task<Ok<AnalysisView>> GetAsync(string id, HttpRequest request, AnalysisBook book, LayerBounds bounds, CancellationToken cancellationToken)
    {
        QueryParameters.None.Read(request);
        return TypedResults.Ok(await ShowAsync(await book.FindAsync(id, cancellationToken), bounds, cancellationToken));
    }

    private static async Task<Created<AnalysisView>> MakeAsync(HttpRequest request, AnalysisDesk desk, LayerBounds bounds, CancellationToken cancellationToken)
    {
        var order = await OrderAsync(request, cancellationToken);
        var made = await desk.MakeAsync(order, Caller.Of(request), cancellationToken);
        return TypedResults.Created($"/api/analyses/{made.Layer.Id}", await ShowAsync(made, bounds, cancellationToken));
    }

    private static async Task<Ok<AnalysisView>> RemakeAsync(string id, HttpRequest request, AnalysisDesk desk, LayerBounds bounds, CancellationToken cancellationToken)
    {
        QueryParameters.None.Read(request);
        return TypedResults.Ok(await ShowAsync(await desk.RemakeAsync(id, Caller.Of(request), cancellationToken), bounds, cancellationToken));
    }

    private static async Task<Ok<AnalysisPreview>> PreviewAsync(HttpRequest request, AnalysisReader reader, CancellationToken cancellationToken)
    {
        var (order, audience) = (await OrderAsync(request, cancellationToken), Caller.Of(request).Audience);
        var (layer, query) = await reader.FindAsync(order.Input, "input", audience, cancellationToken);
        var second = order.Other is { } source ? await reader.FindAsync(source, "other", audience, cancellationToken) : default;
        AnalysisRules.Check(order, layer, second.Layer);
        var input = await reader.CountAsync(query, cancellationToken);
        long? other = order.Other is null ? null : await reader.CountAsync(second.Query, cancellationToken);
        return TypedResults.Ok(new AnalysisPreview(input, other, AnalysisReader.MostFeatures, Math.Max(input, other ?? 0) <= AnalysisReader.MostFeatures));
    }

    private static async Task<AnalysisOrder> OrderAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        QueryParameters.None.Read(request);
        using var body = await JsonBody.ReadAsync(request, cancellationToken);
        return AnalysisBody.Read(body.Bytes);
    }

    private static async Task<AnalysisView> ShowAsync(MadeLayer made, LayerBounds bounds, CancellationToken cancellationToken) =>
        AnalysisView.Of(made, await bounds.OfAsync(made.Layer, cancellationToken));
}
