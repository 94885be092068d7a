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
        var retention = new RetentionOptions();
        var size = new Option<string>("--size")
        {
            Description = "How much is made up: pilot is about 20,000 features, city 200,000, million the pilot's ground with a million incidents.",
            DefaultValueFactory = _ => "pilot",
        }.AcceptOnlyFromAmong("pilot", "city", "million");
        var seed = new Option<long>("--seed") { Description = "Another number makes up another city on the same ground.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var fresh = new Option<bool>("--fresh") { Description = "Start over: the store in the data folder is removed first." };
        var command = new Command("demo", "Run the map of a made-up city in which incidents happen by themselves; a second start goes on where the first stopped.") { size, seed, fresh };
        store.AddTo(command);
        listen.AddTo(command);
        retention.AddTo(command);
        command.SetAction((parsed, cancellationToken) => DemoRun.RunAsync(
            retention.Read(parsed, listen.Read(parsed, store.Read(parsed))),
            new DemoOptions(Enum.Parse<DemoSize>(parsed.GetRequiredValue(size), ignoreCase: true), parsed.GetValue(seed)),
            parsed.GetValue(fresh),
            cancellationToken));
        return command;
    }
}
