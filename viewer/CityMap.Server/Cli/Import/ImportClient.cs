using System.Globalization;
using System.Text.Json;
using CityMap.Server.Imports;
using Spectre.Console;

namespace CityMap.Server.Cli.Import;

/// <summary>Sends a file to the server and tells its progress as it goes.</summary>
internal sealed class ImportClient(HttpClient client, TextWriter output)
{
    private const int MostRemarks = 20;
    private readonly Dictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private int _remarks;

    /// <summary>Imports; the answer is the exit code.</summary>
    public async Task<int> RunAsync(FileInfo file, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StreamContent(file.OpenRead()) };
        request.Content.Headers.ContentType = new("application/octet-stream");
        request.Headers.Accept.ParseAdd("application/x-ndjson");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode) return await RefusedAsync(response, cancellationToken);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        var end = Console.IsOutputRedirected
            ? await FollowAsync(lines, static _ => { }, cancellationToken)
            : await Bars().StartAsync(context => FollowAsync(lines, Show(context), cancellationToken));
        return Close(end);
    }

    private static Progress Bars() =>
        AnsiConsole.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn());

    private static Action<ImportProgress> Show(ProgressContext context)
    {
        var reading = context.AddTask("reading", maxValue: 1);
        var writing = context.AddTask("writing", maxValue: 1);
        return progress => (reading.Value, writing.Value) = progress.Stage == "reading" ? (progress.Fraction, 0d) : (1d, progress.Fraction);
    }

    private async Task<ImportMessage?> FollowAsync(StreamReader lines, Action<ImportProgress> show, CancellationToken cancellationToken)
    {
        ImportMessage? last = null;
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            last = JsonSerializer.Deserialize(line, ImportJson.Default.ImportMessage);
            switch (last)
            {
                case ImportProgress progress: show(progress); break;
                case ImportRemark bad: Remark("bad", bad.Line, bad.Field, bad.Reason); break;
                case ImportWarning warning: Remark("warning", warning.Line, warning.Field, warning.Reason); break;
                case ImportRepair repair: Remark("repaired", repair.Line, repair.Field, repair.Reason); break;
            }
        }

        return last;
    }

    // A reason that comes again and again is told a few times, then counted.
    private void Remark(string kind, long line, string field, string reason)
    {
        var times = _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
        if (times > 3 || ++_remarks > MostRemarks) return;
        output.WriteLine($"line {line}, {kind}: {(field.Length > 0 ? field + ": " : "")}{reason}");
    }

    private void CloseRemarks()
    {
        foreach (var (reason, times) in _reasons.Where(r => r.Value > 3)) output.WriteLine($"… {times - 3:N0} more: {reason}");
    }

    private int Close(ImportMessage? end)
    {
        CloseRemarks();
        switch (end)
        {
            case ImportReport report:
                Tell(report);
                return 0;
            case ImportFailure failure:
                Console.Error.WriteLine(failure.Detail.Replace("acceptPartial", "--accept-partial", StringComparison.Ordinal));
                foreach (var candidate in failure.Candidates ?? []) Console.Error.WriteLine(Describe(candidate));
                return 1;
            default:
                Console.Error.WriteLine("The server went away before the import was done; nothing was stored.");
                return 1;
        }
    }

    private void Tell(ImportReport report)
    {
        output.WriteLine($"Read as {report.How}, EPSG:{report.Crs}.");
        foreach (var layer in report.Layers)
        {
            output.WriteLine($"{layer.Count:N0} {layer.Geometry.ToLowerInvariant()} features {(report.Stored ? "are in" : "could be stored in")} layer {layer.Layer}{(layer.Source is null ? "" : $", from {layer.Source}")}.");
            if (layer.NumberedFrom is { } first) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  rows without an id are numbered from {first} on"));
            foreach (var field in layer.Fields) output.WriteLine($"  {field.Source} → {field.Name} ({field.Type.ToLowerInvariant()})");
        }

        output.WriteLine($"{report.Bad:N0} bad, {report.Repaired:N0} repaired, {report.Warnings:N0} warnings.{(report.Stored ? "" : " Nothing was stored (dry run).")}");
    }

    private static string Describe(ImportCandidate candidate)
    {
        var meridian = candidate.Meridian is { } degrees ? string.Create(CultureInfo.InvariantCulture, $", meridian {degrees}°E") : "";
        return string.Create(CultureInfo.InvariantCulture, $"  --crs {candidate.Epsg}  {candidate.Name}{meridian}: first position at {candidate.First[0]:0.#####}, {candidate.First[1]:0.#####} ({candidate.Places})");
    }

    private static async Task<int> RefusedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        Console.Error.WriteLine(problem.TryGetProperty("detail", out var detail) ? detail.GetString() : $"The server answered {(int)response.StatusCode}.");
        return 1;
    }
}
