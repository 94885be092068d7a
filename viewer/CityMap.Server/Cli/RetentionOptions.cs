using System.CommandLine;
using CityMap.Server.Hosting;

namespace CityMap.Server.Cli;

/// <summary>The options that say for how long something is kept.</summary>
internal sealed class RetentionOptions
{
    private const int MostDays = 36_500;

    private readonly Option<int> _readings = new("--keep-readings")
    {
        Description = "How many days readings of facilities are kept.",
        HelpName = "DAYS",
        DefaultValueFactory = _ => 400,
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command) => command.Add(_readings);

    /// <summary>Reads them over the options that are known already.</summary>
    public ServerOptions Read(ParseResult parsed, ServerOptions options)
    {
        var days = parsed.GetValue(_readings);
        return days is >= 1 and <= MostDays
            ? options with { KeepReadings = TimeSpan.FromDays(days) }
            : throw new UserErrorException($"{days} is not a number of days to keep readings: use 1 to {MostDays}.");
    }
}
