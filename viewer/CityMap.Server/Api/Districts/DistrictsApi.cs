using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Districts;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Documents;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Parameters;
using CityMap.Server.Api.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CityMap.Server.Api.Districts;

/// <summary><c>/api/districts</c>: what there is to do where.</summary>
internal static class DistrictsApi
{
    private static readonly QueryParameters _asOf = new(IncidentParameters.AsOf);

    private static readonly QueryParameter<DateTimeOffset?> _since =
        Parameter.Instant("since", "What has changed since this moment.") with { Required = true };

    private static readonly QueryParameters _changes = new(_since);

    /// <summary>Maps the routes.</summary>
    public static void MapDistrictsApi(this IEndpointRouteBuilder routes)
    {
        var districts = routes.MapGroup("/api/districts").WithTags("Districts");
        districts.MapGet("", ListAsync).WithName("listDistricts").WithMetadata(_asOf)
            .WithSummary("Every district with its figures, all true at one sequence.");
        districts.MapGet("/trend", TrendAsync).WithName("getDistrictTrend").WithMetadata(TrendReader.Parameters)
            .WithSummary("How the open incidents of districts came and went over a day, a week or a quarter.");
        districts.MapGet("/{id}", FindAsync).WithName("getDistrict").WithMetadata(_asOf)
            .WithSummary("One district with its figures and thresholds.");
        districts.MapGet("/{id}/changes", ChangesAsync).WithName("getDistrictChanges").WithMetadata(_changes)
            .WithSummary("What has changed in a district since a moment.");
        districts.MapPut("/{id}/thresholds", SetThresholdsAsync).WithName("setDistrictThresholds").WithMetadata(QueryParameters.None, BodyDocument.Thresholds)
            .WithSummary("Set what raises a notice: one notice per window.");
    }

    private static async Task<Ok<DistrictPage>> ListAsync(HttpRequest request, DistrictReader districts, CancellationToken cancellationToken) =>
        TypedResults.Ok(await districts.AllAsync(
            _asOf.Read(request).Get(IncidentParameters.AsOf), Caller.Of(request).Audience, cancellationToken));

    private static async Task<Ok<DistrictDetail>> FindAsync(
        string id, HttpRequest request, DistrictReader districts, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var asOf = _asOf.Read(request).Get(IncidentParameters.AsOf);
        return TypedResults.Ok(await districts.OneAsync(id, asOf, Caller.Of(request).Audience, grains, cancellationToken));
    }

    private static async Task<Ok<TrendPage>> TrendAsync(HttpRequest request, TrendReader trends, CancellationToken cancellationToken) =>
        TypedResults.Ok(await trends.ReadAsync(TrendReader.Parameters.Read(request), Caller.Of(request).Audience, cancellationToken));

    private static async Task<Ok<ChangesView>> ChangesAsync(
        string id, HttpRequest request, DistrictReader districts, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var since = _changes.Read(request).Get(_since)!.Value;
        var area = districts.Find(id, Caller.Of(request).Audience);
        return TypedResults.Ok(DistrictViews.Changes(await grains.GetGrain<IDistrictGrain>(area.Id).ChangesSinceAsync(since, cancellationToken)));
    }

    private static async Task<Ok<WatchView>> SetThresholdsAsync(
        string id, HttpRequest request, DistrictReader districts, IGrainFactory grains, CancellationToken cancellationToken)
    {
        QueryParameters.None.Read(request);
        using var body = await JsonBody.ReadAsync(request, cancellationToken);
        var caller = Caller.Of(request);
        var (thresholds, version) = ThresholdBody.Read(body.Bytes);
        var header = new RequestHeader(caller.Actor) { ExpectedVersion = version, Key = body.Key(caller.Actor) };
        var area = districts.Find(id, caller.Audience);
        var reply = await grains.GetGrain<IDistrictGrain>(area.Id).SetThresholdsAsync(thresholds, header, cancellationToken);
        return reply switch
        {
            DistrictReply.Accepted accepted => TypedResults.Ok(DistrictViews.Watch(accepted.Watch)),
            DistrictReply.Refused refused => throw new ProblemException(ProblemMapping.Of(refused.Why)),
            DistrictReply.Conflict conflict => throw new ProblemException(
                "version_conflict", "expectedVersion", $"The thresholds are at version {conflict.Current.Version} by now.",
                conflict.Current.Version.ToString(Texts.Plain)),
            _ => throw new InvalidOperationException($"No such reply: {reply.GetType().Name}."),
        };
    }
}
