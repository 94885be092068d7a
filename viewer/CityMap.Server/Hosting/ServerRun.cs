using System.Net.Sockets;
using CityMap.Server.Hosting.Maintenance;
using CityMap.Server.Hosting.Stores;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CityMap.Server.Hosting;

/// <summary>Runs a server from an open store to a clean end.</summary>
internal static class ServerRun
{
    /// <summary>Opens the store, listens, becomes ready, and stays until it is told to stop. A restore stops it and starts it again, on the old store when it fails.</summary>
    /// <param name="options">What to run.</param>
    /// <param name="started">Called once the address is known; the server is ready when it returns.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<int> RunAsync(
        ServerOptions options, Func<WebApplication, CancellationToken, Task> started, CancellationToken cancellationToken)
    {
        var keeper = new Keeper(RunningServer.NewKey());
        while (true)
        {
            var port = await RunOnceAsync(options, keeper, started, cancellationToken);
            if (keeper.RestoreFrom is not { } backup) return 0;
            keeper.RestoreFrom = null;
            await RestoreAsync(options, keeper, backup, cancellationToken);
            options = options with { Port = port };
        }
    }

    // A restore that fails leaves the store as it was, and the city is not without its map for it.
    private static async Task RestoreAsync(ServerOptions options, Keeper keeper, string backup, CancellationToken cancellationToken)
    {
        try
        {
            await StoreOpener.RestoreAsync(options, backup, overwrite: true, TimeProvider.System, cancellationToken);
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            keeper.RestoreFailure = failed;
        }
    }

    /// <summary>The address people open.</summary>
    public static string Address(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    private static async Task<int> RunOnceAsync(
        ServerOptions options, Keeper keeper, Func<WebApplication, CancellationToken, Task> started, CancellationToken cancellationToken)
    {
        CheckPort(options);
        var began = TimeProvider.System.GetTimestamp();
        await using var opened = await StoreOpener.OpenAsync(options, TimeProvider.System, cancellationToken);
        await using var app = CityMapHost.Build(options, opened, keeper);
        if (keeper.RestoreFailure is { } failure) app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("CityMap.Server").RestoreFailed(failure);
        await StartAsync(app, options, cancellationToken);
        var address = Address(app);
        using var note = RunningServer.Announce(options.DataFolder, address, keeper.Key);
        Console.WriteLine($"CityMap is at {address}");
        try
        {
            await started(app, app.Lifetime.ApplicationStopping);
            app.Services.GetRequiredService<Readiness>().Reached(TimeProvider.System.GetElapsedTime(began));
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to stop while still starting.
        }
        catch
        {
            await app.StopAsync(CancellationToken.None);
            throw;
        }

        await app.WaitForShutdownAsync(cancellationToken);
        ThrowWhenPartFailed(app);
        return new Uri(address).Port;
    }

    // Of a part that fails and so stops the server only the log tells; a service manager goes by how the program ended.
    private static void ThrowWhenPartFailed(WebApplication app)
    {
        var failures = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().Select(part => part.ExecuteTask?.Exception?.GetBaseException());
        if (failures.FirstOrDefault(failure => failure is not null) is { } failed)
        {
            throw new UserErrorException($"The server stopped because a part of it failed; its log tells more. {failed.Message}", failed);
        }
    }

    // Asked before anything is opened: a busy port then costs one sentence, not a page of logs.
    private static void CheckPort(ServerOptions options)
    {
        if (options.Port == 0) return;
        try
        {
            using var probe = new TcpListener(options.Address, options.Port);
            probe.Start();
        }
        catch (SocketException busy)
        {
            throw PortBusy(options, busy);
        }
    }

    private static UserErrorException PortBusy(ServerOptions options, Exception cause) =>
        new($"Port {options.Port} on {options.Address} is in use: stop the other program, or choose another with --port.", cause);

    private static async Task StartAsync(WebApplication app, ServerOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception failed) when (Busy(failed))
        {
            throw PortBusy(options, failed);
        }
    }

    private static bool Busy(Exception? failed) => failed switch
    {
        null => false,
        AddressInUseException => true,
        SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse or SocketError.AccessDenied } => true,
        AggregateException many => many.InnerExceptions.Any(Busy),
        _ => Busy(failed.InnerException),
    };
}
