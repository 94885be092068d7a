using System.Net.Http.Json;
using System.Text.Json;

namespace CityMap.Browser.Tests.Support;

/// <summary>Two districts, two streets, two facilities and a few incidents, brought in through the public API.</summary>
internal static class SmallTown
{
    /// <summary>The name of the western district.</summary>
    public const string West = "Phường Tam Thanh";

    private const string Districts = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"06001@2025","properties":{"code":"06001","name_vi":"Phường Tam Thanh","name_en":"Tam Thanh Ward","kind":"ward","edition":"2025","valid_from":"2025-07-01","valid_to":null},
         "geometry":{"type":"Polygon","coordinates":[[[106.70,21.82],[106.76,21.82],[106.76,21.88],[106.70,21.88],[106.70,21.82]]]}},
        {"type":"Feature","id":"05977@2025","properties":{"code":"05977","name_vi":"Phường Đông Kinh","name_en":"Dong Kinh Ward","kind":"ward","edition":"2025","valid_from":"2025-07-01","valid_to":null},
         "geometry":{"type":"Polygon","coordinates":[[[106.76,21.82],[106.82,21.82],[106.82,21.88],[106.76,21.88],[106.76,21.82]]]}}]}
        """;

    private const string Streets = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"s1","properties":{"name":"Đường Lê Lợi","class":"primary"},"geometry":{"type":"LineString","coordinates":[[106.70,21.85],[106.82,21.85]]}},
        {"type":"Feature","id":"s2","properties":{"name":"Đường Trần Đăng Ninh","class":"secondary"},"geometry":{"type":"LineString","coordinates":[[106.75,21.82],[106.75,21.88]]}}]}
        """;

    /// <summary>Brings it in.</summary>
    public static async Task BuildAsync(RunningCity city)
    {
        await ImportAsync(city, "districts", Districts);
        await ImportAsync(city, "streets", Streets);
        await FacilityAsync(city, "cho-ky-lua", "market", "Chợ Kỳ Lừa", "Working", 106.752, 21.852);
        await FacilityAsync(city, "tram-bom-1", "pump_station", "Trạm bơm Thác Mạ", "Down", 106.772, 21.846);
        string[] titles = ["Đèn đường không sáng", "Cây đổ chắn lối đi", "Ngập sau mưa lớn", "Ổ gà giữa làn đường", "Rác tồn hai ngày", "Mất điện cả ngõ"];
        string[] types = ["LIGHT", "TREE", "WATER", "TRAFFIC", "WASTE", "POWER"];
        for (var i = 0; i < titles.Length; i++) await ReportAsync(city, titles[i], types[i], 1 + (i % 5), 106.735 + (0.009 * i), 21.84 + (0.003 * i));
    }

    /// <summary>Reports an incident as another program would; returns its id.</summary>
    public static async Task<string> ReportAsync(RunningCity city, string title, string type, int severity, double lon, double lat)
    {
        using var answer = await city.Http.PostAsJsonAsync($"{city.Address}/api/incidents", new { title, type, severity, position = new { lon, lat } });
        return (await ReadAsync(answer)).GetProperty("id").GetString()!;
    }

    /// <summary>Gives a command; returns the incident.</summary>
    public static Task<JsonElement> CommandAsync(RunningCity city, string id, string command, string? reason = null) =>
        CommandAsync(city, id, reason is null ? new { command } : new { command, reason } as object);

    /// <summary>Gives a command with what it says; returns the incident.</summary>
    public static async Task<JsonElement> CommandAsync(RunningCity city, string id, object command)
    {
        using var answer = await city.Http.PostAsJsonAsync($"{city.Address}/api/incidents/{id}/commands", command);
        return await ReadAsync(answer);
    }

    private static async Task ImportAsync(RunningCity city, string layer, string file)
    {
        using var body = new StringContent(file, System.Text.Encoding.UTF8, "application/geo+json");
        using var answer = await city.Http.PostAsync($"{city.Address}/api/imports?layer={layer}&format=geojson", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task FacilityAsync(RunningCity city, string id, string kind, string name, string status, double lon, double lat)
    {
        using var answer = await city.Http.PutAsJsonAsync($"{city.Address}/api/facilities/{id}", new { kind, name, status, position = new { lon, lat } });
        await ReadAsync(answer);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
