using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CityMap.Server.Tests.Api;
using CityMap.Server.Tests.Cli;
using CityMap.Server.Tests.Live;

namespace CityMap.Server.Tests.Outages;

/// <summary>A server as its own process over a database of the test.</summary>
internal sealed class Node : IDisposable
{
    /// <summary>The middles of the two districts that <see cref="ImportDistrictsAsync"/> makes.</summary>
    public static readonly (double Lon, double Lat)[] Middles = [(106.725, 21.85), (106.775, 21.85)];

    private const string Districts = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"01@2025","properties":{"name_vi":"Phường Tây","valid_from":"2025-07-01"},"geometry":{"type":"Polygon","coordinates":[[[106.7,21.8],[106.75,21.8],[106.75,21.9],[106.7,21.9],[106.7,21.8]]]}},
        {"type":"Feature","id":"02@2025","properties":{"name_vi":"Phường Đông","valid_from":"2025-07-01"},"geometry":{"type":"Polygon","coordinates":[[[106.75,21.8],[106.8,21.8],[106.8,21.9],[106.75,21.9],[106.75,21.8]]]}}]}
        """;

    private Node(BuiltProgram program, HttpClient client) => (Program, Client) = (program, client);

    public BuiltProgram Program { get; }

    public HttpClient Client { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Node> StartAsync(TestDatabase database, string name, params string[] more)
    {
        var program = BuiltProgram.Start(
            ["serve", "--data", Path.Combine(database.Folder, name), "--store", "postgis", "--db", database.ConnectionString, "--port", "0", .. more]);
        return new(program, await program.ReadyAsync());
    }

    /// <summary>The report of a lamp in one of the two districts.</summary>
    public static string Report(string title, int district = 0) => City.Report(title, lon: Middles[district].Lon, lat: Middles[district].Lat);

    /// <summary>Makes two districts and waits until the server knows them.</summary>
    public async Task ImportDistrictsAsync()
    {
        using var imported = await Client.PostAsync("/api/imports?layer=districts", new ByteArrayContent(Encoding.UTF8.GetBytes(Districts)), Stop);
        Assert.Equal(HttpStatusCode.Created, imported.StatusCode);
        await KnowsDistrictsAsync();
    }

    /// <summary>Waits until the server knows the two districts.</summary>
    public async Task KnowsDistrictsAsync()
    {
        while ((await GetAsync("/api/districts")).GetProperty("items").GetArrayLength() < 2) Stop.ThrowIfCancellationRequested();
    }

    public async Task<HttpResponseMessage> PostAsync(string path, string body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = City.Json(body) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await Client.SendAsync(request, Stop);
    }

    /// <summary>Posts something that must be done.</summary>
    public async Task<JsonElement> DoAsync(string path, string body, string? key = null)
    {
        using var response = await PostAsync(path, body, key);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.True(response.IsSuccessStatusCode, answer.ToString());
        return answer;
    }

    /// <summary>Reports an incident that must be taken.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> ReportAsync(string title, string? key = null, int district = 0) =>
        (await DoAsync("/api/incidents", Report(title, district), key)).GetProperty("id").GetString()!;

    public Task<JsonElement> GetAsync(string path) => Client.GetFromJsonAsync<JsonElement>(path, Stop);

    public Task<SseClient> ListenAsync(string? lastEventId = null) => SseClient.OpenAsync(new(Client.BaseAddress!, "/api/live"), lastEventId);

    /// <summary>The districts' open incidents as this node has carried them are those that SQL counts at the same sequence number.</summary>
    public async Task CountsAsTheDatabaseDoesAsync(TestDatabase database)
    {
        while (true)
        {
            var (sequence, expected) = await database.OpenByDistrictAsync();
            var page = await GetAsync("/api/districts");
            if (page.GetProperty("sequence").GetInt64() != sequence) continue;
            var carried = new SortedDictionary<string, long>(StringComparer.Ordinal);
            foreach (var district in page.GetProperty("items").EnumerateArray())
            {
                var open = district.GetProperty("counts").GetProperty("open").GetInt64();
                if (open > 0) carried[district.GetProperty("id").GetString()!] = open;
            }

            Assert.NotEmpty(expected);
            Assert.Equal(expected, carried);
            return;
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        Program.Dispose();
    }
}
