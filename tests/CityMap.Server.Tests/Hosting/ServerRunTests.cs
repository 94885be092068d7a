using CityMap.Server.Hosting;

namespace CityMap.Server.Tests.Hosting;

/// <summary>How a run of the server ends.</summary>
public sealed class ServerRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-run-").FullName;

    private ServerOptions Options => new() { DataFolder = _folder, Port = 0 };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_part_that_fails_ends_it_with_a_sentence()
    {
        // No moment is so long ago: the retention fails as soon as the server is ready.
        var failed = await Assert.ThrowsAsync<UserErrorException>(() => ServerRun.RunAsync(
            Options with { KeepReadings = TimeSpan.MaxValue }, static (_, _) => Task.CompletedTask, Stop));

        Assert.Contains("a part of it failed", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(" at CityMap.", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_told_to_stop_ends_well() =>
        Assert.Equal(0, await ServerRun.RunAsync(
            Options,
            static (app, _) =>
            {
                app.Lifetime.StopApplication();
                return Task.CompletedTask;
            },
            Stop));
}
