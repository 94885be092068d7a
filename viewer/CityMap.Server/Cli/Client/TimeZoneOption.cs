using System.CommandLine;
using CityMap.Server.Hosting;

namespace CityMap.Server.Cli.Client;

/// <summary><c>--tz</c>: the zone of times that name none.</summary>
internal static class TimeZoneOption
{
    /// <summary>Describes the option.</summary>
    public static Option<string?> Create() => new("--tz")
    {
        Description = "Time zone of times that name none, for example Asia/Ho_Chi_Minh; never guessed.",
        HelpName = "ZONE",
    };

    /// <summary>The zone, or null when none is stated.</summary>
    /// <exception cref="UserErrorException">There is no such zone.</exception>
    public static TimeZoneInfo? Find(string? name)
    {
        if (name is null) return null;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : throw new UserErrorException($"{name} is not a time zone: use an IANA name such as Asia/Ho_Chi_Minh.");
    }
}
