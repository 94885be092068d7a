using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CityMap.Server.Hosting;

namespace CityMap.Server.Cli.Client;

/// <summary>Asks the server that holds a data folder for maintenance.</summary>
internal sealed class MaintenanceClient : IDisposable
{
    private readonly HttpClient _client;

    private MaintenanceClient(RunningServer server)
    {
        _client = new HttpClient { BaseAddress = server.Address, Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Key);
    }

    /// <summary>Finds the server; null when none runs on this folder.</summary>
    public static async Task<MaintenanceClient?> FindAsync(ServerOptions options, CancellationToken cancellationToken) =>
        RunningServer.Find(options.DataFolder) is { } server && await LocalServer.AnswersAsync(server.Address, cancellationToken)
            ? new MaintenanceClient(server)
            : null;

    /// <summary>Asks for a backup to, or a restore from, a file.</summary>
    /// <exception cref="UserErrorException">The server would not; the message says why.</exception>
    public async Task AskAsync(string what, string file, CancellationToken cancellationToken)
    {
        var body = new StringContent($"{{\"file\":{JsonSerializer.Serialize(file, CliJson.Default.String)}}}");
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _client.PostAsync($"/api/maintenance/{what}", body, cancellationToken);
        await RefuseAsync(response, cancellationToken);
    }

    /// <summary>The store's epoch; null while the server is away.</summary>
    public async Task<string?> EpochAsync(CancellationToken cancellationToken)
    {
        try
        {
            var info = await _client.GetFromJsonAsync("/api/info", CliJson.Default.JsonElement, cancellationToken);
            return info.GetProperty("epoch").GetString();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Returns once the server is back with another epoch.</summary>
    /// <exception cref="UserErrorException">The restore did not work, or the server did not come back within a minute.</exception>
    public async Task WaitForAnotherEpochAsync(string? before, TimeProvider time, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        while (await EpochAsync(cancellationToken) is not { } now || now == before)
        {
            await FailIfRestoreFailedAsync(cancellationToken);
            if (time.GetElapsedTime(begun) > TimeSpan.FromMinutes(1))
            {
                throw new UserErrorException("The server did not come back with the restored store: its log says why.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task FailIfRestoreFailedAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _client.GetAsync("/api/maintenance/restore", cancellationToken);
            if (response.StatusCode == HttpStatusCode.Conflict) await RefuseAsync(response, cancellationToken);
        }
        catch (HttpRequestException)
        {
            // It is stopped, restores or starts.
        }
    }

    private static async Task RefuseAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode) return;
        var problem = await response.Content.ReadFromJsonAsync(CliJson.Default.JsonElement, cancellationToken);
        throw new UserErrorException(problem.GetProperty("detail").GetString()!);
    }
}
