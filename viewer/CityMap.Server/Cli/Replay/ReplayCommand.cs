using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using CityMap.Server.Cli.Client;
using CityMap.Server.Hosting;
using Spectre.Console;

namespace CityMap.Server.Cli.Replay;

/// <summary><c>replay</c>: plays a file of real incidents through the public API, keeping its own times.</summary>
internal sealed class ReplayCommand
{
    private readonly Argument<FileInfo> _file = new("FILE") { Description = "Incidents as CSV or newline-delimited JSON; may be gzip." };
    private readonly ServerOption _server = new();
    private readonly Option<string?> _zone = TimeZoneOption.Create();
    private readonly Option<double> _speed = new("--speed") { Description = "How many seconds of the file pass in one second; 0 plays without waiting.", HelpName = "N", DefaultValueFactory = _ => 60 };
    private readonly Option<FileInfo?> _map = new("--map") { Description = "JSON file that maps columns to fields and types; what it leaves open is guessed.", HelpName = "FILE" };
    private readonly Option<int?> _limit = new("--limit") { Description = "Play only the first rows.", HelpName = "N" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show how the file would be read; send nothing." };

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var replay = new ReplayCommand();
        var command = new Command("replay", "Play a file of past incidents into the running city at its own pace, through the public API.") { replay._file, replay._speed, replay._zone, replay._map, replay._limit, replay._dryRun };
        replay._server.AddTo(command);
        command.SetAction(replay.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetValue(_file)!;
        if (!file.Exists) throw new UserErrorException($"There is no file {file.FullName}.");
        if (parsed.GetValue(_speed) is var speed && (!double.IsFinite(speed) || speed < 0)) throw new UserErrorException("--speed is a number from 0 up.");
        var map = parsed.GetValue(_map) is { } mapping ? await ReplayMap.ReadAsync(mapping, cancellationToken) : new();
        var script = ReplayScript.From(await ReplayFile.ReadAsync(file, cancellationToken), map, TimeZoneOption.Find(parsed.GetValue(_zone)));
        var rows = parsed.GetValue(_limit) is { } limit ? [.. script.Rows.Take(limit)] : script.Rows;
        Console.WriteLine(script.Describe());
        foreach (var bad in script.Bad.Take(20)) Console.WriteLine($"line {bad.Line}, bad: {(bad.Field.Length > 0 ? bad.Field + ": " : "")}{bad.Reason}");
        if (script.Bad.Count > 20) Console.WriteLine($"… and {script.Bad.Count - 20:N0} more.");
        if (rows.Count == 0) throw new UserErrorException("There is no row to play.");
        if (parsed.GetValue(_dryRun)) return 0;

        var prefix = "replay:" + await HashAsync(file, cancellationToken);
        return await _server.UseAsync(parsed, $"replay {file.Name}", async (client, stopping) =>
        {
            var player = new ReplayPlayer(client, prefix, TimeProvider.System);
            try
            {
                await WithProgressAsync(rows, started => player.PlayAsync(rows, speed, started, stopping));
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                Console.WriteLine("Stopped; playing the file again goes on without repeating anything. Until now:");
                Close(player.Tally);
                return CommandLine.Interrupted;
            }

            return Close(player.Tally);
        }, cancellationToken);
    }

    private static async Task WithProgressAsync(IReadOnlyList<ReplayRow> rows, Func<Action<ReplayRow>, Task> play)
    {
        if (Console.IsOutputRedirected)
        {
            await play(static _ => { });
            return;
        }

        await AnsiConsole.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("playing", maxValue: rows.Count);
                await play(row =>
                {
                    task.Description = row.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
                    task.Increment(1);
                });
            });
    }

    private static int Close(ReplayTally tally)
    {
        foreach (var (line, reason) in tally.Refusals.Take(50)) Console.WriteLine($"line {line}, refused: {reason}");
        foreach (var (line, reason) in tally.Flags.Take(50)) Console.WriteLine($"line {line}, flagged: {reason}");
        Console.WriteLine($"{tally.ReportedCount:N0} incidents reported, {tally.UpdatedCount:N0} changes, {tally.Refusals.Count:N0} refused, {tally.Flags.Count:N0} flagged.");
        if (tally is { OutsideCount: > 0, Extent: { } box })
        {
            Console.WriteLine($"{tally.OutsideCount:N0} of them lie outside every area of this city (box {box}); the page offers to fly there.");
        }

        return 0;
    }

    // The file's own bytes name its keys, so playing it twice changes nothing the second time.
    private static async Task<string> HashAsync(FileInfo file, CancellationToken cancellationToken)
    {
        await using var stream = file.OpenRead();
        return Convert.ToHexStringLower((await SHA256.HashDataAsync(stream, cancellationToken)).AsSpan(0, 8));
    }
}
