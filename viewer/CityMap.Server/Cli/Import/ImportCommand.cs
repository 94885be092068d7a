using System.CommandLine;
using System.Globalization;
using CityMap.Geo.Formats.Sources;
using CityMap.Server.Cli.Client;
using CityMap.Server.Hosting;

namespace CityMap.Server.Cli.Import;

/// <summary><c>import</c>: a file into a layer, through the public API.</summary>
internal sealed class ImportCommand
{
    private readonly Argument<FileSystemInfo> _file = new("FILE") { Description = $"{string.Join(", ", SourceFormats.All.Select(format => format.Name))}; may be gzip or zip. A folder, or a .shp beside its other files, is a Shapefile." };
    private readonly ServerOption _server = new();
    private readonly Option<string?> _zone = TimeZoneOption.Create();
    private readonly Option<string?> _layer = new("--layer") { Description = "Layer to import into, made when it does not exist; with a file of several layers what their names begin with. By default as the file or its table is called.", HelpName = "NAME" };
    private readonly Option<string?> _title = new("--title") { Description = "The layer's title.", HelpName = "TEXT" };
    private readonly Option<string?> _format = new Option<string?>("--format") { Description = "The file's format; recognised without it." }.AcceptOnlyFromAmong([.. SourceFormats.All.Select(format => format.Id)]);
    private readonly Option<string> _mode = new Option<string>("--mode") { Description = "Add to the layer, put the file in its place, or put each feature in the place of the one with its id.", DefaultValueFactory = _ => "append" }.AcceptOnlyFromAmong("append", "replace", "upsert");
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Tell how the file would be read and what is wrong with it; store nothing." };
    private readonly Option<string?> _crs = new("--crs") { Description = "The coordinate system of the file, as EPSG:9215 or its URN or URI, when it does not say itself; never guessed.", HelpName = "SYSTEM" };
    private readonly Option<string?> _encoding = new("--encoding") { Description = "The encoding of its texts: utf-8, windows-1258, tcvn3, …; recognised without it.", HelpName = "NAME" };
    private readonly Option<bool> _repair = new("--repair") { Description = "Mend areas that are not valid, and list each; without it they are refused." };
    private readonly Option<bool> _acceptPartial = new("--accept-partial") { Description = "Store the good rows although there are bad ones." };
    private readonly Option<string?> _lon = new("--lon") { Description = "CSV: column of the longitude; guessed without it.", HelpName = "COLUMN" };
    private readonly Option<string?> _lat = new("--lat") { Description = "CSV: column of the latitude; guessed without it.", HelpName = "COLUMN" };
    private readonly Option<string?> _id = new("--id") { Description = "The column or attribute of the id; guessed without it.", HelpName = "COLUMN" };
    private readonly Option<string?> _delimiter = new("--delimiter") { Description = "CSV: what parts the columns, one character or tab; guessed without it.", HelpName = "CHAR" };

    private readonly Option<FileInfo?> _osmRules = new("--osm-rules") { Description = "OSM PBF: a file of rules which layers are made from which tags; those that come along without it.", HelpName = "FILE" };

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var import = new ImportCommand();
        var command = new Command("import", "Bring a file of places, lines or areas onto the map as a layer: all of it, or nothing.") { import._file };
        foreach (var option in (Option[])[import._layer, import._title, import._format, import._mode, import._zone, import._crs, import._encoding, import._repair, import._dryRun, import._acceptPartial, import._lon, import._lat, import._id, import._delimiter, import._osmRules])
        {
            command.Add(option);
        }

        import._server.AddTo(command);
        command.SetAction(import.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var given = parsed.GetValue(_file)!;
        if (!given.Exists) throw new UserErrorException($"There is no file {given.FullName}.");
        using var file = ImportFile.Of(given);
        var path = "/api/imports?" + Query(parsed, file);
        return await _server.UseAsync(parsed, "import", (client, stopping) => new ImportClient(client, Console.Out).RunAsync(file.Content, path, stopping), cancellationToken);
    }

    private string Query(ParseResult parsed, ImportFile file)
    {
        TimeZoneOption.Find(parsed.GetValue(_zone));
        var parameters = new (string Name, string? Value)[]
        {
            ("layer", parsed.GetValue(_layer)),
            ("title", parsed.GetValue(_title)),
            ("file", file.Name),
            ("format", parsed.GetValue(_format)),
            ("mode", parsed.GetValue(_mode)),
            ("tz", parsed.GetValue(_zone)),
            ("crs", parsed.GetValue(_crs)),
            ("encoding", parsed.GetValue(_encoding)),
            ("repair", parsed.GetValue(_repair) ? "true" : null),
            ("dryRun", parsed.GetValue(_dryRun) ? "true" : null),
            ("acceptPartial", parsed.GetValue(_acceptPartial) ? "true" : null),
            ("lon", parsed.GetValue(_lon)),
            ("lat", parsed.GetValue(_lat)),
            ("id", parsed.GetValue(_id)),
            ("delimiter", parsed.GetValue(_delimiter)),
            ("osmRules", OsmRulesFile.Read(parsed.GetValue(_osmRules))),
        };
        return string.Join('&', parameters.Where(p => p.Value is not null).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name}={Uri.EscapeDataString(p.Value!)}")));
    }
}
