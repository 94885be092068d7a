using CityMap.Grains.Contracts;
using CityMap.Grains.Handovers;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Documents;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Parameters;
using CityMap.Server.Api.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CityMap.Server.Api.Handovers;

/// <summary><c>/api/handovers</c>: who took over, what was left, and what they were told.</summary>
internal static class HandoversApi
{
    private static readonly QueryParameter<int?> _limit = Parameter.Whole("limit", "How many lines at most; 20 when absent.", 1, 200, 20);
    private static readonly QueryParameter<int?> _before = Parameter.Whole("before", "Continue from a page's `next`.", 1, int.MaxValue, 40);
    private static readonly QueryParameters _list = new(_limit, _before, IncidentParameters.AsOf);

    /// <summary>Maps the routes.</summary>
    public static void MapHandoversApi(this IEndpointRouteBuilder routes)
    {
        var handovers = routes.MapGroup("/api/handovers").WithTags("Hand-over");
        handovers.MapGet("", ListAsync).WithName("listHandovers").WithMetadata(_list)
            .WithSummary("The hand-over log, the newest line first.");
        handovers.MapGet("/summary", SummaryAsync).WithName("getHandoverSummary").WithMetadata(QueryParameters.None)
            .WithSummary("What a watch that ends now would hand over.");
        handovers.MapPost("", HandOverAsync).WithName("handOver").WithMetadata(QueryParameters.None, BodyDocument.Handover)
            .WithSummary("Hand the watch over; the server counts what is left.");
        handovers.MapPost("/notes", NoteAsync).WithName("noteForHandover").WithMetadata(QueryParameters.None, BodyDocument.HandoverNote)
            .WithSummary("Note something for those who come after.");
    }

    private static async Task<Ok<HandoverPage>> ListAsync(HttpRequest request, HandoverDesk desk, CancellationToken cancellationToken)
    {
        var values = _list.Read(request);
        var (limit, before, asOf) = (values.Get(_limit) ?? 20, values.Get(_before), values.Get(IncidentParameters.AsOf));
        var log = await desk.ReadAsync(cancellationToken);
        var then = asOf is null ? log.Count : log.TakeWhile(line => line.At <= asOf).Count();
        var through = Math.Min(then, (before ?? int.MaxValue) - 1);
        var first = Math.Max(0, through - limit);
        return TypedResults.Ok(new HandoverPage(
            then, first > 0 ? first + 1 : null, [.. log.Skip(first).Take(through - first).Reverse().Select(HandoverView.Of)]));
    }

    private static async Task<Ok<HandoverSummary>> SummaryAsync(HttpRequest request, HandoverDesk desk, CancellationToken cancellationToken)
    {
        QueryParameters.None.Read(request);
        var log = await desk.ReadAsync(cancellationToken);
        var figures = await desk.CountAsync(log, cancellationToken);
        var last = log.LastOrDefault(line => line.IsHandover);
        return TypedResults.Ok(new HandoverSummary(
            log.Count, last is null ? null : HandoverView.Of(last), HandoverFigures.Of(figures),
            [.. log.Skip((int)(last?.Version ?? 0)).Select(HandoverView.Of)]));
    }

    private static async Task<Created<HandoverView>> HandOverAsync(HttpRequest request, HandoverDesk desk, CancellationToken cancellationToken)
    {
        QueryParameters.None.Read(request);
        using var body = await JsonBody.ReadAsync(request, cancellationToken);
        var (to, notes, version) = HandoverBody.Read(body.Bytes);
        return Answer(await desk.HandOverAsync(to, notes, Header(request, body) with { ExpectedVersion = version }, cancellationToken));
    }

    private static async Task<Created<HandoverView>> NoteAsync(HttpRequest request, HandoverDesk desk, CancellationToken cancellationToken)
    {
        QueryParameters.None.Read(request);
        using var body = await JsonBody.ReadAsync(request, cancellationToken);
        return Answer(await desk.NoteAsync(HandoverBody.ReadNote(body.Bytes), Header(request, body), cancellationToken));
    }

    private static RequestHeader Header(HttpRequest request, JsonBody body)
    {
        var actor = Caller.Of(request).Actor;
        return new(actor) { Key = body.Key(actor) };
    }

    private static Created<HandoverView> Answer(ShiftReply reply) => reply switch
    {
        ShiftReply.Accepted accepted => TypedResults.Created($"/api/handovers?before={accepted.Item.Version + 1}&limit=1", HandoverView.Of(accepted.Item)),
        ShiftReply.Refused refused => throw new ProblemException(ProblemMapping.Of(refused.Why)),
        ShiftReply.Conflict conflict => throw new ProblemException(
            "version_conflict", "expectedVersion", $"The hand-over log has {conflict.Version} lines by now.", conflict.Version.ToString(Texts.Plain)),
        _ => throw new InvalidOperationException($"No such reply: {reply.GetType().Name}."),
    };
}
