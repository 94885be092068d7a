using CityMap.Server.Hosting;

namespace CityMap.Server.Cli.Client;

/// <summary>Finds the server a command talks to, or starts one in this process on the store: the same routes either way.</summary>
internal static class LocalServer
{
    /// <summary>Runs something against a server.</summary>
    /// <param name="address">The stated address; null looks for the local one, and starts one where none runs.</param>
    /// <param name="options">The store to start on.</param>
    /// <param name="act">What to do; its answer is the exit code.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UserErrorException">A stated address does not answer.</exception>
    public static async Task<int> UseAsync(Uri? address, ServerOptions options, Func<HttpClient, CancellationToken, Task<int>> act, CancellationToken cancellationToken)
    {
        if (address is null && RunningServer.Find(options.DataFolder) is { } running && await AnswersAsync(running.Address, cancellationToken)) address = running.Address;
        if (address is not null)
        {
            if (!await AnswersAsync(address, cancellationToken)) throw new UserErrorException($"No CityMap answers at {address}.");
            using var client = NewClient(address);
            return await act(client, cancellationToken);
        }

        return await StartAndUseAsync(options with { Port = 0, ForCommand = true }, act, cancellationToken);
    }

    private static async Task<int> StartAndUseAsync(ServerOptions options, Func<HttpClient, CancellationToken, Task<int>> act, CancellationToken cancellationToken)
    {
        Task<int> work = Task.FromResult(1);
        await ServerRun.RunAsync(options, (app, stopping) =>
        {
            work = ActAndStopAsync(app, act, stopping);
            return Task.CompletedTask;
        }, cancellationToken);
        return await work;
    }

    private static async Task<int> ActAndStopAsync(WebApplication app, Func<HttpClient, CancellationToken, Task<int>> act, CancellationToken cancellationToken)
    {
        try
        {
            await app.Services.GetRequiredService<Readiness>().WhenReady.WaitAsync(cancellationToken);
            using var client = NewClient(new Uri(ServerRun.Address(app)));
            return await act(client, cancellationToken);
        }
        finally
        {
            app.Lifetime.StopApplication();
        }
    }

    private static HttpClient NewClient(Uri address) => new() { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>True when a server answers there.</summary>
    public static async Task<bool> AnswersAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = NewClient(address);
        client.Timeout = TimeSpan.FromSeconds(3);
        try
        {
            using var response = await client.GetAsync("/health/live", cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
