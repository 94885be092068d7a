using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using CityMap.Server.Tests.Api;

namespace CityMap.Server.Tests.Imports;

/// <summary>Rows without an id of their own get numbers that are free.</summary>
public sealed class NumberedRowsTests(City city) : IClassFixture<City>
{
    private const string Two = "lon,lat\n106.7,21.8\n106.8,21.8\n";

    [Fact]
    public async Task Files_without_ids_are_added_one_after_another()
    {
        Assert.Equal(1, await ImportAsync("layer=benches", Two));
        Assert.Equal(3, await ImportAsync("layer=benches&dryRun=true", Two));
        Assert.Equal(3, await ImportAsync("layer=benches", Two));
        Assert.Equal(5, await ImportAsync("layer=benches", Two));
        Assert.Equal(["1", "2", "3", "4", "5", "6"], await IdsAsync("benches"));

        Assert.Equal(1, await ImportAsync("layer=benches&mode=replace", Two));
        Assert.Equal(["1", "2"], await IdsAsync("benches"));
    }

    [Fact]
    public async Task The_ids_of_the_file_itself_are_left_free_too()
    {
        await ImportAsync("layer=bins", "id,lon,lat\n7,106.7,21.8\nx,106.7,21.8\n");
        Assert.Equal(21, await ImportAsync("layer=bins", Mixed(20)));
        Assert.Equal(["20", "22", "7", "x"], await IdsAsync("bins"));
    }

    [Fact]
    public async Task A_file_whose_rows_all_have_ids_numbers_none() =>
        Assert.Null(await ImportAsync("layer=signs", "id,lon,lat\n7,106.7,21.8\n"));

    [Fact]
    public async Task An_id_that_is_there_is_refused_with_what_to_do()
    {
        await ImportAsync("layer=posts", "id,lon,lat\n7,106.7,21.8\n");
        var (status, problem) = await city.ImportAsync("layer=posts", Encoding.UTF8.GetBytes("id,lon,lat\n7,106.9,21.8\n"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("upsert", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("replace", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    // Its first row has an id, its second none.
    private static string Mixed(int id) => string.Create(CultureInfo.InvariantCulture, $$$"""
        {"type":"FeatureCollection","features":[
          {"type":"Feature","id":"{{{id}}}","properties":{},"geometry":{"type":"Point","coordinates":[106.7,21.8]}},
          {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[106.7,21.8]}}]}
        """);

    private async Task<long?> ImportAsync(string query, string file)
    {
        var (status, report) = await city.ImportAsync(query, Encoding.UTF8.GetBytes(file));
        Assert.True((int)status < 300, report.ToString());
        var from = report.GetProperty("layers")[0].GetProperty("numberedFrom");
        return from.ValueKind == JsonValueKind.Null ? null : from.GetInt64();
    }

    private async Task<string?[]> IdsAsync(string layer) =>
        [.. (await city.GetAsync($"/ogc/collections/{layer}/items?limit=100")).GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetString()).Order(StringComparer.Ordinal)];
}
