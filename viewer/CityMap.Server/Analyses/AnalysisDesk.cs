using System.Text.Json;
using System.Text.Json.Nodes;
using CityMap.Geo.Analyses;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Server.Api;
using CityMap.Server.Api.Problems;
using CityMap.Server.Live;

namespace CityMap.Server.Analyses;

/// <summary>
/// Works out analyses and keeps them as layers: features and recipe in one transaction, one analysis at a time on a node. What is given up, or takes too long,
/// leaves nothing behind.
/// </summary>
internal sealed class AnalysisDesk(IStore store, AnalysisReader reader, AnalysisBook book, TimeProvider time) : IDisposable
{
    private const int Chunk = 1000;

    /// <summary>The longest an analysis may take.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(120);

    private readonly SemaphoreSlim _place = new(1);

    /// <summary>Works out an order and keeps the result as a new layer.</summary>
    /// <exception cref="ProblemException">It cannot be done, by name.</exception>
    public Task<MadeLayer> MakeAsync(AnalysisOrder order, Caller caller, CancellationToken cancellationToken) =>
        AloneAsync(async stop => await KeepAsync(await book.FreeIdAsync(order, stop), order, null, caller, stop), cancellationToken);

    /// <summary>Works out again what a layer was made by, with the layers as they are now.</summary>
    /// <exception cref="ProblemException">The layer was not made by an analysis, or it cannot be done any more.</exception>
    public Task<MadeLayer> RemakeAsync(string id, Caller caller, CancellationToken cancellationToken) => AloneAsync(async stop =>
    {
        var made = await book.FindAsync(id, stop);
        return await KeepAsync(id, made.Recipe.Order, made.Layer, caller, stop);
    }, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _place.Dispose();

    private async Task<MadeLayer> AloneAsync(Func<CancellationToken, Task<MadeLayer>> work, CancellationToken cancellationToken)
    {
        if (!await _place.WaitAsync(TimeSpan.FromSeconds(2), cancellationToken)) throw new ProblemException(new("busy", "Another analysis is being worked out; try again.") { RetryAfter = 10 });
        using var limit = new CancellationTokenSource(_longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await work(either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ProblemException("analysis_too_slow", "input.filter", $"The analysis takes longer than {_longest.TotalSeconds:0} seconds.", "a filter that takes fewer features, or a shorter distance");
        }
        finally
        {
            _place.Release();
        }
    }

    private async Task<MadeLayer> KeepAsync(string id, AnalysisOrder order, LayerInfo? there, Caller caller, CancellationToken stop)
    {
        var (layer, query) = await reader.FindAsync(order.Input, "input", caller.Audience, stop);
        var second = order.Other is { } source ? await reader.FindAsync(source, "other", caller.Audience, stop) : default;
        AnalysisRules.Check(order, layer, second.Layer);
        var (input, mark) = await reader.ReadAsync(layer, query, "input", stop);
        var (other, otherMark) = order.Other is null ? default : await reader.ReadAsync(second.Layer, second.Query, "other", stop);
        var grid = AnalysisWork.Grid(order, input, other);
        var outcome = await Task.Run(() => AnalysisWork.Run(order, input, other, grid, stop), stop);
        var recipe = new AnalysisRecipe(order, otherMark is null ? [mark] : [mark, otherMark], outcome.Figures, grid.Meridian, grid.LargestError);
        await StoreAsync(Layer(id, order, outcome, layer, second.Layer, there), outcome, recipe, caller, stop);
        return await book.FindAsync(id, stop);
    }

    private async Task StoreAsync(LayerInfo layer, AnalysisOutcome outcome, AnalysisRecipe recipe, Caller caller, CancellationToken stop)
    {
        var now = Moments.Cut(time.GetUtcNow());
        var data = new JsonObject
        {
            ["layer"] = layer.Id,
            ["count"] = outcome.Features.Count,
            ["bad"] = 0,
            ["mode"] = "replace",
            ["file"] = null,
            [AnalysisBook.Member] = JsonSerializer.SerializeToNode(recipe, AnalysisJson.Plain.AnalysisRecipe),
        };
        await using var import = await store.Features.BeginImportAsync(layer, ImportMode.Replace, stop);
        foreach (var chunk in outcome.Features.Chunk(Chunk)) await import.WriteAsync(chunk, stop);
        await import.CommitAsync(new(LayerEvent.Kind, now, now, caller.Actor, data.ToJsonString()), stop);
    }

    private static LayerInfo Layer(string id, AnalysisOrder order, AnalysisOutcome outcome, LayerInfo input, LayerInfo? other, LayerInfo? there) =>
        new(id, order.Title ?? AnalysisWords.Title(order, input, other), outcome.Geometry, outcome.Fields)
        {
            Group = AnalysisBook.Group,
            Order = there?.Order ?? 48,
            Source = string.Join(", ", new[] { input.Id, other?.Id }.OfType<string>()),
            Owner = there?.Owner,
            Illustrative = input.Illustrative || other is { Illustrative: true },
            // Nobody's description yet: the first one a person makes is the first version.
            Card = there?.Card ?? new LayerCard { Style = outcome.Style },
        };
}
