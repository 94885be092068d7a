using System.CommandLine;
using System.CommandLine.Help;
using CityMap.Server.Cli.Areas;
using CityMap.Server.Cli.Import;
using CityMap.Server.Cli.Maps;
using CityMap.Server.Cli.Replay;
using CityMap.Server.Hosting;

namespace CityMap.Server.Cli;

/// <summary>The command line: every subcommand, and one clear sentence when something is wrong.</summary>
internal static class CommandLine
{
    /// <summary>What a program that was interrupted ends with: 128 and the number of SIGINT.</summary>
    public const int Interrupted = 130;

    // After a signal the requests under way are answered, the journal is emptied and a private PostgreSQL is stopped. The library would end
    // the process after two seconds, in the middle of that.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs what the arguments ask for.</summary>
    /// <returns>0 when it was done; 1 when the person has to put something right; 2 for a wrong command line.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        // Not a RootCommand: that one is named after the file, and people type citymap.
        var root = new Command("citymap", "CityMap, the living map of a city. Begin with: citymap demo, then open http://127.0.0.1:5080 in a browser.")
        {
            new HelpOption { Recursive = true },
            new VersionOption(),
        };
        root.Add(DemoCommand.Create());
        root.Add(ServeCommand.Create());
        root.Add(ImportCommand.Create());
        root.Add(AreasCommand.Create());
        root.Add(ReplayCommand.Create());
        root.Add(MapCommand.Create());
        root.Add(BasemapCommand.Create());
        root.Add(BackupCommand.Create());
        root.Add(RestoreCommand.Create());
        root.Add(DbCommand.Create());
        try
        {
            var parsed = root.Parse(args);
            if (parsed.Errors.Count > 0)
            {
                // A word it does not know says more than that a command is missing.
                var wrong = parsed.Errors.FirstOrDefault(error => parsed.UnmatchedTokens.Any(word => error.Message.Contains(word, StringComparison.Ordinal)));
                await Console.Error.WriteLineAsync((wrong ?? parsed.Errors[0]).Message + " See --help.");
                return 2;
            }

            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = _patience,
            });
        }
        catch (UserErrorException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that is not there, a full disk, a file that is somebody else's: the system's own sentence names it.
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return Interrupted;
        }
    }
}
