using System.CommandLine;
using CityMap.Server.Cli.Client;
using CityMap.Server.Hosting;
using CityMap.Server.Hosting.Stores;

namespace CityMap.Server.Cli;

/// <summary><c>backup</c>: a consistent copy of a store, in use or not.</summary>
internal static class BackupCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var store = new StoreOptions();
        var file = new Argument<FileInfo>("FILE") { Description = "File to write; it must not exist yet." };
        var command = new Command("backup", "Write the whole city to one file, consistent even while a server runs on it.") { file };
        store.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(store.Read(parsed), parsed.GetRequiredValue(file).FullName, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ServerOptions options, string file, CancellationToken cancellationToken)
    {
        if (File.Exists(file)) throw new UserErrorException($"The file {file} exists: name one that does not.");
        if (await MaintenanceClient.FindAsync(options, cancellationToken) is { } server)
        {
            using (server) await server.AskAsync("backup", file, cancellationToken);
        }
        else
        {
            if (!StoreOpener.Exists(options)) throw new UserErrorException($"There is no store in {options.DataFolder}.");
            await using var opened = await StoreOpener.OpenAsync(options, TimeProvider.System, cancellationToken);
            await StoreOpener.TranslateAsync(() => opened.Store.BackupAsync(file, cancellationToken));
        }

        Console.WriteLine($"Wrote {file} ({new FileInfo(file).Length:N0} bytes).");
        return 0;
    }
}
