using System.Text;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Incidents;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Layers.Export;
using CityMap.Server.Live;
using CityMap.Server.Tests.Imports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Tests.Api;

/// <summary>A file is of one moment from its first row to its last, whatever happens while it is written.</summary>
public sealed class OneMomentTests(City city) : IClassFixture<City>
{
    private static readonly DateTimeOffset _start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IStore Store => city.Services.GetRequiredService<IStore>();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Incidents_read_from_the_store_are_of_one_moment(bool past)
    {
        const int Many = 5200;
        await PutAsync("m", [.. Enumerable.Range(0, Many).Select(n => Incident(Id(n), n))]);
        using var places = new ExportPlaces();
        var source = new IncidentSource(Store, new FreshLayers(Store, new LiveLayers(Store, TimeProvider.System, NullLogger<LiveLayers>.Instance), new FeedLog(1, 1), TimeProvider.System), places);
        var query = new FeatureQuery(IncidentLayer.Id)
        {
            OrderBy = "recorded_at",
            Where = [new("title", Comparison.In, [past.ToString()])],
            AsOf = past ? _start.AddDays(1) : null,
        };
        await using var reading = await source.ReadAsync(query, Stop);
        var read = new List<string>();
        await foreach (var incident in reading.IncidentsAsync(Stop))
        {
            // The first goes behind the last, the last before the first, and one is told of that happened long ago.
            if (read.Count == 0) await PutAsync("later", [Incident(Id(0), Many), Incident(Id(Many - 1), -1), Incident(Id(99_999), Many + 1)]);
            read.Add(incident.Id);
        }

        Assert.Equal(Enumerable.Range(0, Many).Select(n => Id(n)), read);
        Assert.Equal(Many, reading.Matched);

        string Id(int number) => new Guid(number, past ? (short)1 : (short)0, 0, new byte[8]).ToString();

        Feature Incident(string id, int second) => new(id, new Point(106.76, 21.85), new Dictionary<string, object?>
        {
            ["title"] = past.ToString(),
            ["exercise"] = true,
            ["recorded_at"] = _start.AddSeconds(second),
        });
    }

    [Fact]
    public async Task A_layer_that_is_gone_over_twice_has_the_same_features_twice()
    {
        await city.ImportAsync("layer=poles&mode=replace", Encoding.UTF8.GetBytes("id,name,lon,lat\na,short,106.7,21.8\nb,short,106.8,21.8\n"));
        var layer = (await Store.Features.LayersAsync(Stop)).Single(l => l.Id == "poles");
        await using var reading = await Store.Features.BeginReadingAsync(new("poles"), ordered: false, Stop);
        var job = new LayerExportJob(reading, layer, CrsCatalogue.Wgs84, _start);
        var survey = await job.SurveyAsync(Stop);
        await city.ImportAsync("layer=poles&mode=replace", Encoding.UTF8.GetBytes("id,name,lon,lat\na,much longer than before,106.7,21.8\nb,short,106.8,21.8\nc,new,106.9,21.8\n"));

        var written = await job.Features(Stop).Select(f => $"{f.Id} {f["name"]}").ToListAsync(Stop);
        Assert.Equal(2, survey.Features);
        Assert.Equal(["a short", "b short"], written.Order());
    }

    private async Task PutAsync(string stream, IReadOnlyList<Feature> features)
    {
        var version = 0L;
        await foreach (var entry in Store.Journal.ReadStreamAsync(stream, 0, Stop)) version = entry.Version;
        var put = new Append(stream, version, [new("test.put", _start, _start, "test", "{}")], [.. features.Select(f => new FeatureChange(IncidentLayer.Id, f.Id, f))]);
        Assert.IsType<AppendOutcome.Committed>((await Store.Journal.AppendAsync([put], Stop))[0]);
    }
}
