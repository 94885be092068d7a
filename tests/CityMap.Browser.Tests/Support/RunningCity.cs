using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CityMap.Browser.Tests.Support;

/// <summary>The built server as a process of its own, on a store of its own and a free port.</summary>
internal sealed class RunningCity : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-browser-").FullName;
    private readonly int _port = FreePort();
    private readonly Queue<string> _lines = new();
    private Process? _process;

    /// <summary>Its address, without a slash at the end.</summary>
    public string Address => $"http://127.0.0.1:{_port}";

    /// <summary>Speaks to it as any other program would.</summary>
    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Starts it, and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "CityMap.Server.dll"), "serve",
                "--port", _port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--data", Path.Combine(_folder, "store"),
            },
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var started = Stopwatch.StartNew();
        while (!await IsReadyAsync())
        {
            if (_process.HasExited || started.Elapsed > _patience) throw new InvalidOperationException("The server is not ready:\n" + Log());
            await Task.Delay(200);
        }
    }

    /// <summary>Ends it without a word, as a lost power line would.</summary>
    public async Task KillAsync()
    {
        if (_process is null) return;
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Http.GetAsync($"{Address}/health/ready");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > 40) _lines.Dequeue();
        }
    }

    private string Log()
    {
        lock (_lines) return string.Join('\n', _lines);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
