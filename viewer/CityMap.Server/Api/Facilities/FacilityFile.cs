using System.Text.Json;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Facilities;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Facilities;

/// <summary>What is known of one facility: as it is or was, its measurements, its history, its incidents.</summary>
internal sealed class FacilityFile(IStore store, IncidentViews incidents, TimeProvider time)
{
    private const int MostReadings = 10_000;
    private const int MostIncidents = 50;

    /// <summary>An id that a facility may have.</summary>
    /// <exception cref="ProblemException">No facility may.</exception>
    public static string CheckId(string id)
    {
        // Routing leaves an escaped slash as it is, so that it is no separator; an id may not hold one either way.
        var plain = CleanText.Take(id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), "id", TextLimits.Id);
        return (string.IsNullOrWhiteSpace(plain) ? "An id is more than spaces." : FeatureRules.FindIdProblem(plain)) is { } problem
            ? throw new ProblemException(RefusalCodes.IdMalformed, "id", problem, "1 to 128 characters without slashes or control characters")
            : plain;
    }

    /// <summary>One facility, now or as of a moment.</summary>
    /// <exception cref="ProblemException">There is none, or there was none yet.</exception>
    public async Task<FacilityDetail> FindAsync(string id, DateTimeOffset? asOf, Audience audience, CancellationToken cancellationToken)
    {
        var facility = await FacilityArchive.FindAsync(store.Journal, CheckId(id), asOf, cancellationToken);
        return facility is not null && audience.Sees(facility.District?.Id)
            ? await ShowAsync(facility, asOf, cancellationToken)
            : throw NotFound(id);
    }

    /// <summary>What the caller is told after a command.</summary>
    /// <exception cref="ProblemException">The command was not carried out.</exception>
    public async Task<FacilityDetail> AnswerAsync(string id, FacilityReply reply, CancellationToken cancellationToken) => reply switch
    {
        FacilityReply.Accepted accepted => await ShowAsync(accepted.Facility, null, cancellationToken),
        FacilityReply.Refused refused => throw new ProblemException(ProblemMapping.Of(refused.Why)),
        FacilityReply.Conflict conflict => throw new ProblemException(
            new("version_conflict", $"The facility is at version {conflict.Current.Version} by now.")
            {
                Field = "expectedVersion",
                Expected = conflict.Current.Version.ToString(Texts.Plain),
                Current = JsonSerializer.SerializeToElement(
                    await ShowAsync(conflict.Current, null, cancellationToken), ApiJson.Plain.FacilityDetail),
            }),
        _ => throw NotFound(id),
    };

    /// <summary>Measurements in a time.</summary>
    public async Task<ReadingPage> ReadingsAsync(
        string id, string? quantity, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellationToken)
    {
        var end = to ?? time.GetUtcNow().AddTicks(TimeSpan.TicksPerMicrosecond);
        var start = from ?? end.AddDays(-1);
        if (start > end) throw new ProblemException("invalid_parameter", "from", "The time begins after it ends.", "from before to");
        var readings = await store.Telemetry.ReadAsync(FacilityArchive.Stream(CheckId(id)), quantity, start, end, MostReadings, cancellationToken);
        return new([.. readings.Select(FacilityViews.Reading)]);
    }

    private async Task<FacilityDetail> ShowAsync(FacilitySnapshot facility, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var now = asOf ?? time.GetUtcNow();
        var readings = await store.Telemetry.ReadAsync(
            FacilityArchive.Stream(facility.Id), null, now.AddDays(-31), now.AddTicks(TimeSpan.TicksPerMicrosecond), MostReadings, cancellationToken);
        var latest = readings.GroupBy(reading => reading.Quantity).Select(group => FacilityViews.Reading(group.MaxBy(reading => reading.At)!));
        var history = new List<HistoryEntry>();
        await foreach (var entry in store.Journal.ReadStreamAsync(FacilityArchive.Stream(facility.Id), 0, cancellationToken))
        {
            if (asOf is null || entry.OccurredAt <= asOf) history.Add(HistoryEntry.Of(entry));
        }

        var tied = await store.Features.QueryAsync(Tied(facility.Id, asOf), cancellationToken);
        return FacilityViews.Detail(facility, [.. latest], history, [.. tied.Features.Select(incident => incidents.Item(incident, null, now))]);
    }

    private static FeatureQuery Tied(string id, DateTimeOffset? asOf) => new(IncidentFilter.Layer)
    {
        Where = [new("facility", Comparison.In, [id])],
        AsOf = asOf,
        OrderBy = "recorded_at",
        Descending = true,
        Limit = MostIncidents,
    };

    private static ProblemException NotFound(string id) =>
        new("not_found", "id", $"There is no facility {Texts.Shown(id)}.", "the id of a facility, from /api/facilities");
}
