using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CityMap.Server.Hosting;
using CityMap.Server.Hosting.Maintenance;
using CityMap.Server.Hosting.Stores;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CityMap.Server.Tests.Api;

/// <summary>The whole server on a fresh GeoPackage in a temporary folder, on a free port; shared by the tests of one class.</summary>
public class City : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-api-").FullName;
    private OpenStore? _store;
    private WebApplication? _app;

    internal HttpClient Client { get; private set; } = new();

    internal string Address { get; private set; } = "";

    internal IServiceProvider Services => _app!.Services;

    public async ValueTask InitializeAsync()
    {
        var options = Options(_folder);
        _store = await StoreOpener.OpenAsync(options, TimeProvider.System, CancellationToken.None);
        _app = CityMapHost.Build(options, _store, new Keeper("test-key"));
        await _app.StartAsync();
        Address = ServerRun.Address(_app);
        Client = new HttpClient { BaseAddress = new Uri(Address) };
        _app.Services.GetRequiredService<Readiness>().Reached(TimeSpan.Zero);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        await _store!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>How the server is set up.</summary>
    internal virtual ServerOptions Options(string folder) => new() { DataFolder = folder, Port = 0 };

    internal static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    internal static string Report(string title = "Đèn đường hỏng", string type = "LIGHT", int severity = 3, double lon = 106.76, double lat = 21.85) =>
        FormattableString.Invariant(
            $$$"""{"type":"{{{type}}}","title":"{{{title}}}","severity":{{{severity}}},"position":{"lon":{{{lon}}},"lat":{{{lat}}}}}""");

    internal async Task<JsonElement> ReportAsync(string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/incidents") { Content = Json(body ?? Report()) };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Client.SendAsync(request);
        Assert.Equal(System.Net.HttpStatusCode.Created, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    internal Task<HttpResponseMessage> CommandAsync(string id, string body) => Client.PostAsync($"/api/incidents/{id}/commands", Json(body));

    internal Task<JsonElement> GetAsync(string path) => Client.GetFromJsonAsync<JsonElement>(path);
}
