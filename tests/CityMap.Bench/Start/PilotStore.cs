using CityMap.Geo.Coordinates;
using CityMap.Geo.Demo;
using CityMap.Geo.GeoPackage;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Incidents;
using NetTopologySuite.Geometries;

namespace CityMap.Bench.Start;

/// <summary>Stores to start a server on, filled without one.</summary>
internal static class PilotStore
{
    private const int MostOfPilot = 3_200;

    private static readonly DateTimeOffset _now = DateTimeOffset.UnixEpoch.AddDays(20_700);

    /// <summary>The store's file as the server finds it in its data folder.</summary>
    public static string File(string folder) => Path.Combine(folder, "citymap.gpkg");

    /// <summary>Fills a folder with the static layers of a demo city and some incidents of its past.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="layers">Whether it has static layers.</param>
    /// <param name="incidents">How many incidents, at most what the city has.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="size">Which city; null for the pilot, with the past of a million incidents when so many are wanted.</param>
    public static async Task MakeAsync(
        string folder, bool layers, int incidents, CancellationToken cancellationToken, DemoSize? size = null)
    {
        await using var store = await GeoPackageStore.OpenAsync(File(folder), null, TimeProvider.System, cancellationToken);
        await store.Features.DefineLayerAsync(IncidentLayer.Incidents, cancellationToken);
        var city = DemoCity.Generate(new(size ?? (incidents > MostOfPilot ? DemoSize.Million : DemoSize.Pilot)), _now);
        if (layers) await ImportAsync(store, city, cancellationToken);
        var batch = new List<Append>(1_000);
        foreach (var past in city.History.Take(incidents))
        {
            batch.Add(Incident(past.Id.ToString(), past.Report.Position, past.Report.Type, past.Report.Title, past.Report.Severity, past.Open, past.State));
            if (batch.Count < 1_000) continue;
            await store.Journal.AppendAsync(batch, cancellationToken);
            batch.Clear();
        }

        if (batch.Count > 0) await store.Journal.AppendAsync(batch, cancellationToken);
    }

    private static async Task ImportAsync(IStore store, DemoCity city, CancellationToken cancellationToken)
    {
        foreach (var layer in DemoCity.Layers)
        {
            var features = city.Features(layer.Id);
            await using var import = await store.Features.BeginImportAsync(layer, ImportMode.Replace, cancellationToken);
            await import.WriteAsync(features, cancellationToken);
            await import.CommitAsync(new("layer.imported", _now, _now, "bench", "{}"), cancellationToken);
        }
    }

    private static Append Incident(string id, LonLat at, string type, string title, long severity, bool open, string state)
    {
        var fields = new Dictionary<string, object?>
        {
            ["type"] = type,
            ["title"] = title,
            ["severity"] = severity,
            ["state"] = state,
            ["district"] = "05977@2025",
            ["acknowledged"] = true,
            ["exercise"] = false,
            ["occurred_at"] = _now,
            ["recorded_at"] = _now,
            ["updated_at"] = _now,
            ["due_at"] = _now.AddDays(1),
            ["version"] = 1L,
            ["open"] = open,
        };
        var feature = new Feature(id, new Point(at.Lon, at.Lat) { SRID = 4326 }, fields);
        return new($"incident/{id}", 0, [new("incident.reported", _now, _now, "bench", "{}")], [new(IncidentLayer.Id, id, feature)]);
    }
}
