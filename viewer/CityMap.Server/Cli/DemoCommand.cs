using System.CommandLine;
using CityMap.Geo.Demo;
using CityMap.Server.Demo;

namespace CityMap.Server.Cli;

/// <summary><c>demo</c>: run the server on a city that is made up.</summary>
internal static class DemoCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var store = new StoreOptions();
        var listen = new ListenOptions();
        var size = new Option<string>("--size")
        {
            Description = "How much city: about 20,000 features, 200,000, or the pilot's ground with a million incidents.",
            DefaultValueFactory = _ => "pilot",
        }.AcceptOnlyFromAmong("pilot", "city", "million");
        var seed = new Option<long>("--seed") { Description = "Another number is another city on the same site.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var fresh = new Option<bool>("--fresh") { Description = "Start over: the demo's store is removed first." };
        var command = new Command("demo", "Run the server on a living demo city; a second start goes on where the first stopped.") { size, seed, fresh };
        store.AddTo(command);
        listen.AddTo(command);
        command.SetAction((parsed, cancellationToken) => DemoRun.RunAsync(
            listen.Read(parsed, store.Read(parsed)),
            new DemoOptions(Enum.Parse<DemoSize>(parsed.GetRequiredValue(size), ignoreCase: true), parsed.GetValue(seed)),
            parsed.GetValue(fresh),
            cancellationToken));
        return command;
    }
}
