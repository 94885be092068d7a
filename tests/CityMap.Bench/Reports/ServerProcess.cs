using System.Diagnostics;

namespace CityMap.Bench.Reports;

/// <summary>The built program as its own process, on a free port.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Its process.</summary>
    public Process Process => _process;

    /// <summary>Starts <c>serve</c> and waits until it is ready.</summary>
    /// <param name="folder">Its data folder.</param>
    /// <param name="database">A PostgreSQL; null keeps a GeoPackage in the folder.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="program">The program; null for the one beside the bench.</param>
    /// <param name="command">What it is told to do.</param>
    public static async Task<ServerProcess> StartAsync(
        string folder, string? database, CancellationToken cancellationToken, string? program = null, string command = "serve")
    {
        program ??= Path.Combine(AppContext.BaseDirectory, "CityMap.Server.dll");
        string[] store = database is null ? [] : ["--store", "postgis", "--db", database];
        var start = new ProcessStartInfo("dotnet", [program, command, "--data", folder, "--port", "0", .. store])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken)
            ?? throw new InvalidOperationException("The server ended before it listened.");
        var server = new ServerProcess(process, new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]));
        using var client = new HttpClient { BaseAddress = server.Address };
        while (!(await client.GetAsync("/health/ready", cancellationToken)).IsSuccessStatusCode) await Task.Delay(20, cancellationToken);
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
