using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Tests.Incidents;
using Orleans.Core.Internal;

namespace CityMap.Grains.Tests.Cluster;

/// <summary>Facilities on two silos over one store.</summary>
public sealed class FacilityClusterTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DefineFacility Pump = new("pump_station", "Trạm bơm Kỳ Lừa", 106.7, 21.85)
    {
        Status = FacilityStatus.Working,
        Limits = [new FacilityLimit("water_level", null, 4, 0.5, "WATER", 4)],
    };

    [Fact]
    public async Task A_crossed_limit_raises_one_incident_until_the_value_has_come_back_inside()
    {
        await using var city = await City.StartAsync();
        await city.Facility("PUMP-03").ExecuteAsync(Pump, Some.By(), None);
        var first = await RecordAsync(city, 3.9, 4.2, 4.8, 3.9, 4.1);
        var crossed = Assert.Single(first.Crossed);
        Assert.True(first.InTrouble);
        var again = await RecordAsync(city, 3.4, 3.9, 4.3);
        Assert.NotEqual(crossed.Incident, Assert.Single(again.Crossed).Incident);

        var incidents = await city.Store.Features.QueryAsync(new FeatureQuery("incidents") { OrderBy = "occurred_at" }, None);
        Assert.Equal(2, incidents.NumberMatched);
        Assert.Equal(crossed.Incident.ToString("D"), incidents.Features[0].Id);
        Assert.Equal(("WATER", 4L, "PUMP-03", "Trạm bơm Kỳ Lừa: water_level 4.2 > 4"), (
            (string)incidents.Features[0]["type"]!, (long)incidents.Features[0]["severity"]!,
            (string)incidents.Features[0]["facility"]!, (string)incidents.Features[0]["title"]!));
        Assert.Equal(
            ["facility.defined", "facility.limit_crossed", "facility.limit_restored", "facility.limit_crossed"],
            (await city.StreamAsync("facility/PUMP-03")).Select(entry => entry.Kind));
        var kept = await city.Store.Telemetry.ReadAsync("facility/PUMP-03", "water_level", DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 100, None);
        Assert.Equal(8, kept.Count);
    }

    [Fact]
    public async Task A_late_reading_crosses_no_limit_even_when_the_newer_one_was_taken_before_a_restart()
    {
        await using var city = await City.StartAsync();
        var pump = city.Facility("PUMP-03");
        await pump.ExecuteAsync(Pump, Some.By(), None);
        var now = TimeProvider.System.GetUtcNow();
        await RecordAsync(now.AddMinutes(-5), 3);
        Assert.Empty((await RecordAsync(now.AddHours(-2), 5)).Crossed);

        await pump.AsReference<IGrainManagementExtension>().DeactivateOnIdle();
        Assert.Empty((await RecordAsync(now.AddHours(-2), 5.1)).Crossed);
        Assert.Single((await RecordAsync(now.AddMinutes(-4), 5.2)).Crossed);

        async Task<FacilitySnapshot> RecordAsync(DateTimeOffset at, double value) => Assert.IsType<FacilityReply.Accepted>(
            await pump.RecordAsync([new FacilityReading("water_level", at, value)], Some.By("pump"), None)).Facility;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_limit_that_is_crossed_and_restored_within_one_delivery_has_its_incident(bool again)
    {
        await using var city = await City.StartAsync();
        var pump = city.Facility("PUMP-03");
        await pump.ExecuteAsync(Pump, Some.By(), None);
        var now = TimeProvider.System.GetUtcNow();
        double[] values = again ? [3, 5, 3, 6] : [3, 5, 3];
        var reply = await pump.RecordAsync([.. values.Select((value, i) => new FacilityReading("water_level", now.AddMinutes(i - 10), value))], Some.By("pump"), None);

        Assert.Equal(again ? 1 : 0, Assert.IsType<FacilityReply.Accepted>(reply).Facility.Crossed.Count);
        var incidents = await city.Store.Features.QueryAsync(new FeatureQuery("incidents") { OrderBy = "occurred_at" }, None);
        string[] titles = ["Trạm bơm Kỳ Lừa: water_level 5 > 4", "Trạm bơm Kỳ Lừa: water_level 6 > 4"];
        Assert.Equal(titles.Take(again ? 2 : 1), incidents.Features.Select(f => (string)f["title"]!));
    }

    [Fact]
    public async Task A_crossing_whose_incident_was_never_reported_is_made_good_with_the_next_reading()
    {
        await using var city = await City.StartAsync();
        await city.Facility("PUMP-03").ExecuteAsync(Pump, Some.By(), None);
        var incident = Guid.CreateVersion7(Some.Now);

        // As a node that died between the two would have left it.
        var entry = Grains.Facilities.FacilityEntries.Write(
            new FacilityLimitCrossed("water_level", 4.5, 4, incident), DateTimeOffset.UnixEpoch.AddYears(60), Some.Now, "Lan");
        var left = await city.Journal.AppendAsync(
            [new Append("facility/PUMP-03", 1, [entry with { OccurredAt = (await city.StreamAsync("facility/PUMP-03"))[0].OccurredAt }], [])], None);
        Assert.IsType<AppendOutcome.Committed>(left[0]);
        Assert.Null(await city.Incident(incident).GetAsync(None));
        for (var i = 0; i < 3; i++) await RecordAsync(city, 4.6);
        Assert.Equal("WATER", (await city.Incident(incident).GetAsync(None))!.Type);
        Assert.Equal(1, (await city.Store.Features.QueryAsync(new FeatureQuery("incidents"), None)).NumberMatched);
    }

    [Fact]
    public async Task Facilities_in_trouble_are_counted_in_their_district()
    {
        await using var city = await City.StartAsync();
        await city.Facility("PUMP-03").ExecuteAsync(Pump, Some.By(), None);
        Assert.Equal(0, (await city.District(City.West, 1).CountsAsync(None)).FacilitiesInTrouble);
        await city.Facility("PUMP-03", 1).ExecuteAsync(new SetFacilityStatus(FacilityStatus.Down, "Mất điện"), Some.By(), None);
        Assert.Equal(1, (await city.District(City.West).CountsAsync(None)).FacilitiesInTrouble);
        await city.Facility("PUMP-03").ExecuteAsync(new SetFacilityStatus(FacilityStatus.Working, null), Some.By(), None);
        Assert.Equal(0, (await city.District(City.West, 1).CountsAsync(None)).FacilitiesInTrouble);
    }

    [Fact]
    public async Task Thousands_are_defined_without_a_grain_each_and_defining_them_again_changes_nothing()
    {
        await using var city = await City.StartAsync(silos: 1);
        List<(string, DefineFacility)> many = [.. Enumerable.Range(0, 3_000).Select(i => ($"CAM-{i:0000}", new DefineFacility("camera", $"Camera {i}", 106.7, 21.8)))];
        Assert.All(await city.FacilityIntake().DefineManyAsync(many, Some.By(), None), reply => Assert.True(((FacilityReply.Accepted)reply).Created));
        var again = await city.FacilityIntake().DefineManyAsync(many[..10], Some.By(), None);
        Assert.All(again, reply => Assert.Equal(RefusalCodes.NothingToChange, Assert.IsType<FacilityReply.Refused>(reply).Why.Code));
        many[5] = ("CAM-0005", new DefineFacility("camera", "Camera chợ", 106.9, 21.8));
        Assert.IsType<FacilityReply.Accepted>((await city.FacilityIntake().DefineManyAsync([many[5]], Some.By(), None))[0]);
        var seen = await city.Facility("CAM-0005").GetAsync(None);
        Assert.Equal(("Camera chợ", 2L, City.East), (seen!.Name, seen.Version, seen.District?.Id));
    }

    [Theory]
    [InlineData("a/b", RefusalCodes.IdMalformed)]
    [InlineData("e\u0301", RefusalCodes.IdMalformed)]
    public async Task An_id_that_cannot_be_a_path_is_refused(string id, string code)
    {
        await using var city = await City.StartAsync(silos: 1);
        var reply = Assert.IsType<FacilityReply.Refused>(await city.Facility(id).ExecuteAsync(Pump, Some.By(), None));
        Assert.Equal(code, reply.Why.Code);
    }

    [Fact]
    public async Task A_status_for_a_facility_that_does_not_exist_finds_nothing()
    {
        await using var city = await City.StartAsync(silos: 1);
        Assert.IsType<FacilityReply.NotFound>(await city.Facility("X").ExecuteAsync(new SetFacilityStatus(FacilityStatus.Down, null), Some.By(), None));
        Assert.Null(await city.Facility("X").GetAsync(None));
        var incident = Assert.IsType<IncidentReply.Refused>(await city.Intake().ReportAsync(Some.Report() with { Facility = "X" }, Some.By(), None));
        Assert.Equal(RefusalCodes.UnknownFacility, incident.Why.Code);
    }

    private static async Task<FacilitySnapshot> RecordAsync(City city, params double[] values)
    {
        FacilityReply? reply = null;
        foreach (var value in values)
        {
            reply = await city.Facility("PUMP-03", values.Length % 2).RecordAsync([new FacilityReading("water_level", null, value)], Some.By("pump"), None);
        }

        return Assert.IsType<FacilityReply.Accepted>(reply).Facility;
    }
}
