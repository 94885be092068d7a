using System.Collections.Concurrent;
using System.Diagnostics;

namespace CityMap.Server.Tests.Cli;

/// <summary>The built program as its own process, with what it printed and logged.</summary>
internal sealed class BuiltProgram : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BuiltProgram(string[] arguments)
    {
        _process = new Process
        {
            StartInfo = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "CityMap.Server.dll"), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetTempPath(),
            },
        };
        _process.OutputDataReceived += (_, e) => Heard(e.Data);
        _process.ErrorDataReceived += (_, e) =>
        {
            if (e.Data is not null) _errors.Enqueue(e.Data);
        };
    }

    /// <summary>What it said on standard error, line by line.</summary>
    public IReadOnlyList<string> Errors => [.. _errors];

    /// <summary>What it printed, line by line.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>Starts it.</summary>
    public static BuiltProgram Start(params string[] arguments)
    {
        var program = new BuiltProgram(arguments);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Starts it and waits until it ends.</summary>
    public static async Task<(int Code, BuiltProgram Program)> RunAsync(params string[] arguments)
    {
        var program = Start(arguments);
        return (await program.EndAsync(), program);
    }

    /// <summary>A client of the server, once it is ready.</summary>
    public async Task<HttpClient> ReadyAsync()
    {
        var address = await _address.Task.WaitAsync(TimeSpan.FromSeconds(60));
        var client = new HttpClient { BaseAddress = address };
        while (!(await client.GetAsync("/health/ready")).IsSuccessStatusCode) await Task.Delay(20);
        return client;
    }

    /// <summary>Kills it without warning.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as a shell or a service manager does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private void Heard(string? line)
    {
        if (line is null)
        {
            _address.TrySetException(new InvalidOperationException("It ended before it listened: " + string.Join(' ', _errors)));
            return;
        }

        _lines.Enqueue(line);
        if (line.StartsWith("CityMap is at ", StringComparison.Ordinal)) _address.TrySetResult(new Uri(line["CityMap is at ".Length..]));
    }
}
