using System.CommandLine;
using CityMap.Server.Cli.Import;
using CityMap.Server.Cli.Replay;
using CityMap.Server.Hosting;

namespace CityMap.Server.Cli;

/// <summary>The command line: every subcommand, and one clear sentence when something is wrong.</summary>
internal static class CommandLine
{
    /// <summary>What a program that was interrupted ends with: 128 and the number of SIGINT.</summary>
    public const int Interrupted = 130;

    /// <summary>Runs what the arguments ask for.</summary>
    /// <returns>0 when it was done; 1 when the person has to put something right; 2 for a wrong command line.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("CityMap, a living map of a city: one program, one store, one page.");
        root.Add(DemoCommand.Create());
        root.Add(ServeCommand.Create());
        root.Add(ImportCommand.Create());
        root.Add(ReplayCommand.Create());
        root.Add(BackupCommand.Create());
        root.Add(RestoreCommand.Create());
        root.Add(DbCommand.Create());
        try
        {
            var parsed = root.Parse(args);
            if (parsed.Errors.Count > 0)
            {
                await Console.Error.WriteLineAsync(parsed.Errors[0].Message + " See --help.");
                return 2;
            }

            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UserErrorException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return Interrupted;
        }
    }
}
