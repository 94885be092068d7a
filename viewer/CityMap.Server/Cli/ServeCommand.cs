using System.CommandLine;
using CityMap.Server.Hosting;

namespace CityMap.Server.Cli;

/// <summary><c>serve</c>: run the server on a store.</summary>
internal static class ServeCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var store = new StoreOptions();
        var listen = new ListenOptions();
        var retention = new RetentionOptions();
        var command = new Command("serve", "Run the map of your own city until Ctrl+C; an empty data folder gets an empty city, ready for import.");
        store.AddTo(command);
        listen.AddTo(command);
        retention.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
            ServerRun.RunAsync(retention.Read(parsed, listen.Read(parsed, store.Read(parsed))), static (_, _) => Task.CompletedTask, cancellationToken));
        return command;
    }
}
