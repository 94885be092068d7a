using System.CommandLine;
using CityMap.Server.Cli.Client;
using CityMap.Server.Hosting;
using CityMap.Server.Hosting.Stores;

namespace CityMap.Server.Cli;

/// <summary><c>restore</c>: a store from a backup.</summary>
internal static class RestoreCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var store = new StoreOptions();
        var file = new Argument<FileInfo>("FILE") { Description = "File that backup wrote, from the same kind of store." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace the city that is there; without it restore refuses." };
        var command = new Command("restore", "Make the city from a file that backup wrote; a running server stops, restores and starts again by itself.")
        {
            file,
            overwrite,
        };
        store.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            store.Read(parsed), parsed.GetRequiredValue(file).FullName, parsed.GetValue(overwrite), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ServerOptions options, string file, bool overwrite, CancellationToken cancellationToken)
    {
        if (!File.Exists(file)) throw new UserErrorException($"There is no file {file}.");
        if (await MaintenanceClient.FindAsync(options, cancellationToken) is not { } server)
        {
            await StoreOpener.RestoreAsync(options, file, overwrite, TimeProvider.System, cancellationToken);
            Console.WriteLine($"Restored {file}.");
            return 0;
        }

        using (server)
        {
            if (!overwrite) throw new UserErrorException("A server runs on this store: add --overwrite to replace what it holds.");
            var before = await server.EpochAsync(cancellationToken);
            await server.AskAsync("restore", file, cancellationToken);
            await server.WaitForAnotherEpochAsync(before, TimeProvider.System, cancellationToken);
        }

        Console.WriteLine($"Restored {file}; the server runs again.");
        return 0;
    }
}
