using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CityMap.Server.Cli.Client;

namespace CityMap.Server.Cli.Areas;

/// <summary><c>areas list | lookup | changes | check</c>.</summary>
internal static class AreasQuestions
{
    /// <summary>The editions there are.</summary>
    public static Command List() => Make(new("list", "The editions there are."), [], [], _ => "/api/areas/editions", answer =>
    {
        foreach (var edition in answer.GetProperty("items").EnumerateArray())
        {
            Console.WriteLine($"{edition.GetProperty("id").GetString()}: {edition.GetProperty("areas")} areas, {edition.GetProperty("validFrom").GetString()} to {edition.GetProperty("validTo").GetString() ?? "…"}");
        }
    });

    /// <summary>The area of a place on a day.</summary>
    public static Command Lookup()
    {
        var lon = new Argument<double>("LON") { Description = "Longitude in degrees, WGS 84." };
        var lat = new Argument<double>("LAT") { Description = "Latitude in degrees, WGS 84." };
        var on = new Option<string?>("--on") { Description = "The day asked about; today without it.", HelpName = "DAY" };
        return Make(new("lookup", "Which area answers for a place on a day, and why."), [lon, lat], [on], parsed => "/api/areas/lookup?" + AreasClient.Query(
            ("lon", parsed.GetValue(lon).ToString(CultureInfo.InvariantCulture)), ("lat", parsed.GetValue(lat).ToString(CultureInfo.InvariantCulture)), ("on", parsed.GetValue(on))), answer =>
        {
            if (answer.GetProperty("area") is { ValueKind: JsonValueKind.Object } area) Console.WriteLine($"{area.GetProperty("id").GetString()} {area.GetProperty("nameVi").GetString()}");
            Console.WriteLine(answer.GetProperty("why").GetProperty("vi").GetString());
            Console.WriteLine(answer.GetProperty("why").GetProperty("en").GetString());
        });
    }

    /// <summary>What changed between two editions.</summary>
    public static Command Changes()
    {
        var from = new Argument<string>("FROM") { Description = "The earlier edition." };
        var to = new Argument<string>("TO") { Description = "The later edition." };
        return Make(new("changes", "Codes and names that do not mean the same in two editions."), [from, to], [], parsed =>
            "/api/areas/changes?" + AreasClient.Query(("from", parsed.GetValue(from)), ("to", parsed.GetValue(to))), answer =>
        {
            foreach (var change in answer.GetProperty("changes").EnumerateArray())
            {
                var shared = change.GetProperty("shared").GetDouble().ToString("P0", CultureInfo.InvariantCulture);
                Console.WriteLine($"{change.GetProperty("kind").GetString()}: {Name(change.GetProperty("before"))} → {Name(change.GetProperty("after"))}, {shared} of the land in common");
            }

            Console.WriteLine($"{answer.GetProperty("gone").GetArrayLength()} codes are gone, {answer.GetProperty("new").GetArrayLength()} are new.");
        });
    }

    /// <summary>The faults of an edition.</summary>
    public static Command Check()
    {
        var edition = new Argument<string>("EDITION") { Description = "The edition to look at." };
        var file = new Option<FileInfo?>("--out") { Description = "Write the faults as GeoJSON, to be looked at on a map.", HelpName = "FILE" };
        return Make(new("check", "Overlaps, gaps and slivers of an edition."), [edition], [file], parsed => "/api/areas/topology?" + AreasClient.Query(("edition", parsed.GetValue(edition))), (parsed, answer) =>
        {
            foreach (var fault in answer.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties")))
            {
                var kind = fault.GetProperty("sliver").GetBoolean() ? "sliver, " + fault.GetProperty("kind").GetString() : fault.GetProperty("kind").GetString();
                Console.WriteLine($"{kind} of {fault.GetProperty("squareMetres")} m², {fault.GetProperty("meanWidthMetres")} m wide: {fault.GetProperty("names").GetString()}");
            }

            Console.WriteLine(string.Join(", ", answer.GetProperty("counts").EnumerateObject().Select(c => $"{c.Value} {c.Name}")) + ".");
            if (parsed.GetValue(file) is { } target) File.WriteAllText(target.FullName, answer.GetRawText());
        });
    }

    private static string Name(JsonElement area) => $"{area.GetProperty("code").GetString()} {area.GetProperty("nameVi").GetString()}";

    private static Command Make(Command command, Argument[] arguments, Option[] options, Func<ParseResult, string> path, Action<JsonElement> tell) =>
        Make(command, arguments, options, path, (_, answer) => tell(answer));

    private static Command Make(Command command, Argument[] arguments, Option[] options, Func<ParseResult, string> path, Action<ParseResult, JsonElement> tell)
    {
        foreach (var argument in arguments) command.Add(argument);
        foreach (var option in options) command.Add(option);
        var server = new ServerOption();
        server.AddTo(command);
        command.SetAction((parsed, cancellationToken) => server.UseAsync(parsed, "areas", async (client, stopping) =>
        {
            if (await new AreasClient(client).AskAsync(path(parsed), stopping) is not { } answer) return 1;
            tell(parsed, answer);
            return 0;
        }, cancellationToken));
        return command;
    }
}
