using System.CommandLine;
using System.Text.Json;
using CityMap.Server.Cli.Client;
using CityMap.Server.Hosting;

namespace CityMap.Server.Cli.Areas;

/// <summary><c>areas import</c>: an edition from a file.</summary>
internal sealed class AreasImport
{
    private readonly Argument<FileInfo> _file = new("FILE") { Description = "The areas, in any format that import reads." };
    private readonly ServerOption _server = new();
    private readonly Option<string> _edition = new("--edition") { Description = "The edition's name; stands behind the @ of every area's id.", HelpName = "NAME", Required = true };
    private readonly Option<string> _from = new("--valid-from") { Description = "First day in force.", HelpName = "DAY", Required = true };
    private readonly Option<string?> _to = new("--valid-to") { Description = "First day no longer in force; without it the edition has no end.", HelpName = "DAY" };
    private readonly Option<string?> _succeeds = new("--succeeds") { Description = "The edition that ends when this one begins.", HelpName = "NAME" };
    private readonly Option<string?> _kind = new Option<string?>("--kind") { Description = "What its areas are; told by their names without it." }.AcceptOnlyFromAmong("ward", "commune", "district", "pilot");
    private readonly Option<string?> _code = new("--code") { Description = "The attribute of the official code; guessed without it.", HelpName = "NAME" };
    private readonly Option<string?> _name = new("--name") { Description = "The attribute of the Vietnamese name; guessed without it.", HelpName = "NAME" };
    private readonly Option<string?> _nameEn = new("--name-en") { Description = "The attribute of the English name; guessed without it.", HelpName = "NAME" };
    private readonly Option<bool> _replace = new("--replace") { Description = "Put the file in the place of the edition of that name." };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Read, check and report; store nothing." };

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var import = new AreasImport();
        var command = new Command("import", "Bring an edition of areas in from a file; the other editions stay beside it.") { import._file };
        foreach (var option in (Option[])[import._edition, import._from, import._to, import._succeeds, import._kind, import._code, import._name, import._nameEn, import._replace, import._dryRun])
        {
            command.Add(option);
        }

        import._server.AddTo(command);
        command.SetAction(import.RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetValue(_file)!;
        if (!file.Exists) throw new UserErrorException($"There is no file {file.FullName}.");
        var path = "/api/areas/editions?" + AreasClient.Query(
            ("edition", parsed.GetValue(_edition)), ("validFrom", parsed.GetValue(_from)), ("validTo", parsed.GetValue(_to)), ("succeeds", parsed.GetValue(_succeeds)),
            ("kind", parsed.GetValue(_kind)), ("code", parsed.GetValue(_code)), ("name", parsed.GetValue(_name)), ("nameEn", parsed.GetValue(_nameEn)), ("file", file.Name),
            ("replace", parsed.GetValue(_replace) ? "true" : null), ("dryRun", parsed.GetValue(_dryRun) ? "true" : null));
        return _server.UseAsync(parsed, "areas", async (client, stopping) => Tell(await new AreasClient(client).SendAsync(path, file, stopping)), cancellationToken);
    }

    private static int Tell(JsonElement? answer)
    {
        if (answer is not { } report) return 1;
        foreach (var warning in report.GetProperty("warnings").EnumerateArray()) Console.WriteLine($"line {warning.GetProperty("line")}: {warning.GetProperty("reason").GetString()}");
        var edition = report.GetProperty("edition");
        var stored = report.GetProperty("stored").GetBoolean();
        Console.WriteLine($"{edition.GetProperty("areas")} areas {(stored ? "are in" : "could be stored in")} edition {edition.GetProperty("id").GetString()}, in force from {edition.GetProperty("validFrom").GetString()}.");
        if (stored && report.GetProperty("closed") is { ValueKind: JsonValueKind.Object } closed)
        {
            Console.WriteLine($"Edition {closed.GetProperty("id").GetString()} ends on {closed.GetProperty("validTo").GetString()}.");
        }

        Console.WriteLine("Topology: " + string.Join(", ", report.GetProperty("topology").EnumerateObject().Select(c => $"{c.Value} {c.Name}")) + ". See where: citymap areas check.");
        return 0;
    }
}
