using CityMap.Geo;
using CityMap.Geo.Demo;
using CityMap.Geo.Demo.Scenario;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Incidents;

namespace CityMap.Server.Demo;

/// <summary>Plays the demo city's scenario from now on: incidents appear and live, facilities fail and recover.</summary>
internal sealed class DemoPlay(IStore store, IncidentIntake intake, IGrainFactory grains, TimeProvider time, ILogger<DemoPlay> logger)
{
    private readonly Dictionary<string, Guid> _ids = new(StringComparer.Ordinal);

    /// <summary>Plays until it is told to stop. A refusal is part of the play: somebody at the map was quicker.</summary>
    public async Task RunAsync(DemoCity city, CancellationToken cancellationToken)
    {
        var start = time.GetUtcNow();
        var options = new ScenarioOptions { Open = await OpenAsync(cancellationToken) };
        foreach (var step in city.Scenario(start, options))
        {
            if (step.At - time.GetUtcNow() is { Ticks: > 0 } wait) await Task.Delay(wait, time, cancellationToken);
            try
            {
                await PlayAsync(step, cancellationToken);
            }
            catch (StoreException away)
            {
                logger.DemoStepMissed(step.GetType().Name, away.Message);
            }
        }
    }

    private Task PlayAsync(ScenarioStep step, CancellationToken cancellationToken) => step switch
    {
        IncidentAppears appears => AppearAsync(appears, cancellationToken),
        IncidentMoves moves => MoveAsync(moves, cancellationToken),
        FacilitiesMeasure measure => MeasureAsync(measure, cancellationToken),
        FacilityChanges changes => grains.GetGrain<IFacilityGrain>(changes.Facility).ExecuteAsync(
            new SetFacilityStatus(Enum.Parse<FacilityStatus>(changes.Status), changes.Reason), new RequestHeader("CityMap demo"), cancellationToken),
        _ => throw new ArgumentException($"No such step: {step.GetType().Name}.", nameof(step)),
    };

    private async Task AppearAsync(IncidentAppears step, CancellationToken cancellationToken)
    {
        var header = new RequestHeader(step.Report.Actor) { Key = new IdempotencyKey("demo", step.Key, "") };
        if (await intake.ReportAsync(DemoWords.Report(step.Report), header, cancellationToken) is IncidentReply.Accepted accepted)
        {
            _ids[step.Key] = accepted.Incident.Id;
        }
    }

    private async Task MoveAsync(IncidentMoves step, CancellationToken cancellationToken)
    {
        if (!_ids.TryGetValue(step.Key, out var id) && !Guid.TryParse(step.Key, out id)) return;
        await grains.GetGrain<IIncidentGrain>(id).ExecuteAsync(DemoWords.Command(step.Step), new RequestHeader(step.Step.Actor), cancellationToken);
    }

    private async Task MeasureAsync(FacilitiesMeasure step, CancellationToken cancellationToken)
    {
        foreach (var facility in step.Readings.GroupBy(reading => reading.Facility, StringComparer.Ordinal))
        {
            var readings = facility.Select(reading => new FacilityReading(reading.Quantity, null, reading.Value)).ToList();
            await grains.GetGrain<IFacilityGrain>(facility.Key).RecordAsync(readings, new RequestHeader("CityMap demo"), cancellationToken);
        }
    }

    private async Task<List<(string Key, string Type, string State)>> OpenAsync(CancellationToken cancellationToken)
    {
        var open = new List<(string, string, string)>();
        var query = new FeatureQuery(IncidentLayer.Id) { Where = [new("open", Comparison.In, [true])] };
        await foreach (var incident in store.Features.StreamAsync(query, null, cancellationToken))
        {
            open.Add((incident.Id, (string)incident["type"]!, (string)incident["state"]!));
        }

        open.Sort();
        return open;
    }
}
