using System.CommandLine;
using CityMap.Server.Cli.Client;
using CityMap.Server.Hosting;

namespace CityMap.Server.Cli.Maps;

/// <summary><c>map</c>: the map as a file, through the public API.</summary>
internal sealed class MapCommand
{
    private readonly ServerOption _server = new();
    private readonly Option<FileInfo> _out = new("--out") { Description = "The file to write: .pdf, .png or .svg.", HelpName = "FILE", Required = true };
    private readonly Option<bool> _atlas = new("--atlas") { Description = "A PDF with a page for each district." };

    private readonly (string Parameter, Option<string?> Option)[] _passed =
    [
        ("district", Text("--district", "The district to show, by name or id.", "NAME")),
        ("incident", Text("--incident", "The incident to show, by id; on paper with its facts and history.", "ID")),
        ("bbox", Text("--bbox", "The box to show: west,south,east,north.", "BOX")),
        ("size", Text("--paper", "A0 to A5 (A3-portrait for upright), or WIDTHxHEIGHT in pixels.", "SIZE")),
        ("scale", Text("--scale", "The scale's denominator: 5000 for 1:5,000.", "N")),
        ("dpi", Text("--dpi", "Pixels per inch of a PNG.", "N")),
        ("asOf", Text("--as-of", "As it was at this moment.", "INSTANT")),
        ("theme", Text("--theme", "light or night.", "THEME")),
        ("lang", Text("--lang", "vi or en.", "LANGUAGE")),
        ("layers", Text("--layers", "Only these layers, separated by commas.", "LAYERS")),
        ("opacity", Text("--opacity", "How strong layers are drawn: streets:0.4,water:0.8.", "LAYERS")),
        ("order", Text("--order", "Layers from the top of the map down, separated by commas.", "LAYERS")),
        ("figure", Text("--figure", "Colour the districts by open, overdue or type:CODE.", "FIGURE")),
        ("types", Text("--types", "Only incidents of these types.", "CODES")),
        ("states", Text("--states", "Only incidents in these states.", "STATES")),
        ("severities", Text("--severities", "Only incidents of these severities.", "1,2,…")),
        ("overdue", Text("--overdue", "Only incidents past their deadline (true) or within it (false).", "BOOL")),
        ("graticule", Text("--graticule", "none, geographic or vn2000.", "KIND")),
        ("title", Text("--title", "The title.", "TEXT")),
    ];

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var map = new MapCommand();
        var command = new Command("map", "Draw the map of a district, an incident, a box or the city into a file.") { map._out, map._atlas };
        foreach (var (_, option) in map._passed) command.Add(option);
        map._server.AddTo(command);
        command.SetAction(map.RunAsync);
        return command;
    }

    private static Option<string?> Text(string name, string description, string help) => new(name) { Description = description, HelpName = help };

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetValue(_out)!;
        var format = file.Extension.TrimStart('.').ToLowerInvariant();
        if (format is not ("pdf" or "png" or "svg")) throw new UserErrorException($"{file.Name} does not say what to draw: end it with .pdf, .png or .svg.");
        if (parsed.GetValue(_atlas) && format != "pdf") throw new UserErrorException("An atlas has many pages: end --out with .pdf.");
        var given = _passed.Select(p => (p.Parameter, Value: parsed.GetValue(p.Option))).Where(p => p.Value is not null);
        var query = string.Join('&', given.Select(p => $"{p.Parameter}={Uri.EscapeDataString(p.Value!)}"));
        var path = (parsed.GetValue(_atlas) ? "/api/maps/atlas.pdf?" : $"/api/maps.{format}?") + query;
        return _server.UseAsync(parsed, "map", (client, stopping) => FetchAsync(client, path, file, stopping), cancellationToken);
    }

    private static async Task<int> FetchAsync(HttpClient client, string path, FileInfo file, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(path, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            var problem = await response.Content.ReadFromJsonAsync(CliJson.Default.JsonElement, cancellationToken);
            var expected = problem.TryGetProperty("expected", out var right) && right.GetString() is { } text ? $" Expected: {text}." : "";
            throw new UserErrorException(problem.GetProperty("detail").GetString() + expected);
        }

        // Under another name first: a half-written map must not stand where a whole one is expected.
        var half = file.FullName + ".part";
        await using (var output = File.Create(half)) await response.Content.CopyToAsync(output, cancellationToken);
        File.Move(half, file.FullName, overwrite: true);
        Console.WriteLine($"{file.FullName} ({response.Content.Headers.ContentLength / 1024:N0} kB)");
        return 0;
    }
}
