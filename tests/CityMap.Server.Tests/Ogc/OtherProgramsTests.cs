using System.Globalization;
using System.Text.Json;
using CityMap.Server.Tests.Api;
using static CityMap.Server.Tests.Ogc.OtherPrograms;

namespace CityMap.Server.Tests.Ogc;

/// <summary>GDAL, OWSLib and QGIS read the city with no more than its address.</summary>
public sealed class OtherProgramsTests(City city) : IClassFixture<City>, IAsyncLifetime
{
    private const int Communes = 65;

    private string Source => $"OAPIF:{city.Address}/ogc";

    public async ValueTask InitializeAsync()
    {
        using var file = new StreamContent(TestFiles.File("boundaries/langson_communes_2025.geojson").OpenRead());
        using var answer = await city.Client.PostAsync("/api/imports?layer=communes&mode=replace", file);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Gdal_lists_the_collections_and_counts_their_items()
    {
        Assert.Contains("communes", await RunAsync("ogrinfo", "-ro", Source), StringComparison.Ordinal);
        var summary = await RunAsync("ogrinfo", "-ro", "-so", Source, "communes");
        Assert.Contains($"Feature Count: {Communes}", summary, StringComparison.Ordinal);
        Assert.Contains("GEOGCRS[\"WGS 84\"", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gdal_narrows_by_box_and_by_attribute_to_what_the_server_counts()
    {
        var box = await city.GetAsync("/ogc/collections/communes/items?limit=1&bbox=106.7,21.8,106.8,21.9");
        var within = await RunAsync("ogrinfo", "-ro", "-so", "-spat", "106.7", "21.8", "106.8", "21.9", Source, "communes");
        Assert.Contains($"Feature Count: {box.GetProperty("numberMatched").GetInt64()}", within, StringComparison.Ordinal);

        var name = (await city.GetAsync("/ogc/collections/communes/items?limit=1")).GetProperty("features")[0].GetProperty("properties").GetProperty("name").GetString()!;
        var named = await RunAsync("ogrinfo", "-ro", "-so", "-where", $"name = '{name.Replace("'", "''", StringComparison.Ordinal)}'", Source, "communes");
        Assert.Contains("Feature Count: 1", named, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gdal_copies_a_collection_page_by_page_and_misses_none()
    {
        var folder = Directory.CreateTempSubdirectory("citymap-ogr-");
        try
        {
            var copy = Path.Combine(folder.FullName, "communes.gpkg");
            await RunAsync("ogr2ogr", "-f", "GPKG", "-oo", "PAGE_SIZE=10", copy, Source, "communes");
            Assert.Contains($"Feature Count: {Communes}", await RunAsync("ogrinfo", "-ro", "-so", copy, "communes"), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Gdal_reads_a_vector_tile()
    {
        var tile = CityMap.Geo.Tiles.TileAddress.Containing(new(106.76, 21.85), 10);
        var address = string.Create(CultureInfo.InvariantCulture, $"MVT:{city.Address}/tiles/communes/10/{tile.X}/{tile.Y}.mvt");
        Assert.Contains("communes", await RunAsync("ogrinfo", "-ro", address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwsLib_reads_conformance_collections_queryables_and_items()
    {
        const string Script =
            """
            import json, sys
            from owslib.ogcapi.features import Features
            api = Features(sys.argv[1])
            page = api.collection_items('communes', limit=100)
            print(json.dumps({
                'core': any('conf/core' in c for c in api.conformance()['conformsTo']),
                'ids': [c['id'] for c in api.collections()['collections']],
                'queryables': list(api.collection_queryables('communes')['properties']),
                'items': len({item['id'] for item in page['features']}),
            }))
            """;
        using var read = JsonDocument.Parse(await RunAsync("/usr/bin/python3", "-c", Script, $"{city.Address}/ogc"));
        var root = read.RootElement;
        Assert.True(root.GetProperty("core").GetBoolean());
        Assert.Contains("communes", root.GetProperty("ids").EnumerateArray().Select(id => id.GetString()));
        Assert.Contains("name", root.GetProperty("queryables").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(Communes, root.GetProperty("items").GetInt32());
    }

    [Fact]
    public async Task Qgis_pages_through_a_collection_without_a_screen_and_narrows_it_by_box_and_attribute()
    {
        const string Script =
            """
            import json, os, sys
            from qgis.core import QgsApplication, QgsFeatureRequest, QgsRectangle, QgsVectorLayer
            program = QgsApplication([], False)
            program.initQgis()
            layer = QgsVectorLayer(f"url='{sys.argv[1]}' typename='communes' pageSize='10'", 'communes', 'OAPIF')
            all = list(layer.getFeatures())
            named = QgsFeatureRequest().setFilterExpression("\"name\" = '" + all[0]['name'].replace("'", "''") + "'")
            print(json.dumps({
                'valid': layer.isValid(),
                'crs': layer.crs().authid(),
                'counted': layer.featureCount(),
                'read': len({feature.id() for feature in all}),
                'shapes': sum(not feature.geometry().isEmpty() for feature in all),
                'within': sum(1 for _ in layer.getFeatures(QgsFeatureRequest(QgsRectangle(106.7, 21.8, 106.8, 21.9)))),
                'named': sum(1 for _ in layer.getFeatures(named)),
            }))
            sys.stdout.flush()
            # Its own way out may crash when Python has gone first.
            os._exit(0)
            """;
        using var read = JsonDocument.Parse(await RunAsync("/usr/bin/env", "QT_QPA_PLATFORM=offscreen", "/usr/bin/python3", "-c", Script, $"{city.Address}/ogc"));
        var root = read.RootElement;
        Assert.True(root.GetProperty("valid").GetBoolean());
        Assert.Contains(root.GetProperty("crs").GetString(), new[] { "OGC:CRS84", "EPSG:4326" });
        Assert.Equal((Communes, Communes, Communes), (root.GetProperty("counted").GetInt32(), root.GetProperty("read").GetInt32(), root.GetProperty("shapes").GetInt32()));
        var box = await city.GetAsync("/ogc/collections/communes/items?limit=100&bbox=106.7,21.8,106.8,21.9");
        Assert.InRange(root.GetProperty("within").GetInt32(), 1, box.GetProperty("numberMatched").GetInt32());
        Assert.Equal(1, root.GetProperty("named").GetInt32());
    }
}
