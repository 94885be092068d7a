using CityMap.Geo.Demo;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Facilities;
using CityMap.Grains.Geography;
using CityMap.Grains.Incidents;
using CityMap.Grains.Journal;
using CityMap.Server.Hosting;

namespace CityMap.Server.Demo;

/// <summary>Puts the demo city into an empty store: its ground, its facilities and its past, by the same doors as everything else.</summary>
internal sealed class DemoSeeder(
    IStore store,
    CityGeography geography,
    FacilityIntake facilities,
    IGrainFactory grains,
    PastIncidents past,
    JournalWriter writer,
    Readiness readiness,
    TimeProvider time)
{
    private const string Actor = "CityMap demo";
    private const int AtOnce = 1024;

    /// <summary>Seeds.</summary>
    public async Task SeedAsync(DemoCity city, CancellationToken cancellationToken)
    {
        foreach (var layer in DemoCity.Layers)
        {
            readiness.Stage = $"Drawing the demo city: {layer.Title.En}.";
            await ImportAsync(layer, city.Features(layer.Id), cancellationToken);
        }

        await geography.RefreshAsync(cancellationToken);
        readiness.Stage = "Building the facilities of the demo city.";
        await BuildAsync(city, cancellationToken);
        await RememberAsync(city, cancellationToken);
    }

    private async Task ImportAsync(LayerInfo layer, IReadOnlyList<Feature> features, CancellationToken cancellationToken)
    {
        var now = Moments.Cut(time.GetUtcNow());
        await using var import = await store.Features.BeginImportAsync(layer, ImportMode.Replace, cancellationToken);
        foreach (var some in features.Chunk(AtOnce)) await import.WriteAsync(some, cancellationToken);
        var data = $$"""{"layer":"{{layer.Id}}","count":{{features.Count}},"mode":"replace"}""";
        await import.CommitAsync(new NewEntry("layer.imported", now, now, Actor, data), cancellationToken);
    }

    private async Task BuildAsync(DemoCity city, CancellationToken cancellationToken)
    {
        var built = new RequestHeader(Actor) { OccurredAt = time.GetUtcNow().AddDays(-120) };
        await facilities.DefineManyAsync([.. city.Facilities.Select(f => (f.Id, DemoWords.Facility(f)))], built, cancellationToken);
        foreach (var facility in city.Facilities.Where(f => f.Status is nameof(FacilityStatus.Degraded) or nameof(FacilityStatus.Down)))
        {
            var command = new SetFacilityStatus(Enum.Parse<FacilityStatus>(facility.Status), facility.StatusReason);
            var header = new RequestHeader(Actor) { OccurredAt = facility.StatusSince };
            await grains.GetGrain<IFacilityGrain>(facility.Id).ExecuteAsync(command, header, cancellationToken);
        }

        foreach (var some in city.Readings.Chunk(AtOnce))
        {
            var readings = Array.ConvertAll(some, r => new Reading(FacilityArchive.Stream(r.Facility), r.Quantity, r.At, r.Value));
            await store.Telemetry.AppendAsync(readings, cancellationToken);
        }
    }

    private async Task RememberAsync(DemoCity city, CancellationToken cancellationToken)
    {
        var (done, total) = (0, city.HistoryCount);
        foreach (var some in city.History.Chunk(AtOnce))
        {
            readiness.Stage = $"Remembering the incidents of the demo city: {done:N0} of {total:N0}.";
            var appends = some.SelectMany(incident => past.Of(
                incident.Id,
                DemoWords.Report(incident.Report),
                new PastMoment(incident.Report.OccurredAt, incident.Report.Actor),
                incident.Steps.Select(step => (DemoWords.Command(step), new PastMoment(step.At, step.Actor)))));

            // In order and a window at a time: the writer keeps what is queued in order, and its queue has an end.
            foreach (var window in appends.Chunk(AtOnce))
            {
                var outcomes = await Task.WhenAll(window.Select(append => writer.AppendAsync(append, cancellationToken)));
                if (outcomes.FirstOrDefault(outcome => outcome is not AppendOutcome.Committed) is { } refused)
                {
                    throw new InvalidOperationException($"The past of the demo city was not taken: {refused}");
                }
            }

            done += some.Length;
        }
    }
}
