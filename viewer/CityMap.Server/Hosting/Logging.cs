using Microsoft.Extensions.Logging.Console;

namespace CityMap.Server.Hosting;

/// <summary>One line per event, on standard error, so that standard output stays for people and pipes.</summary>
internal static class Logging
{
    /// <summary>Only what somebody must act on, and this program's own few milestones.</summary>
    /// <param name="logging">What to set up.</param>
    /// <param name="forCommand">True for a server that lives as long as one command does: what that comes to is told by the command.</param>
    public static void Configure(ILoggingBuilder logging, bool forCommand)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(forCommand ? LogLevel.None : LogLevel.Warning);
        logging.AddFilter("CityMap", forCommand ? LogLevel.Warning : LogLevel.Information);

        // Tells of a part that fails and takes the server along.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.Error);
        if (!forCommand) Hush(logging);

        // Per request the hosting log costs an activity that nobody reads.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss.fff ";
            console.UseUtcTimestamp = true;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    // At a start the watchdog compares with the machine's boot time and cries wolf, the silo asks for the server's garbage collector, and the dashboard
    // looks for its grain before there is one and finds it at the next try.
    private static void Hush(ILoggingBuilder logging)
    {
        logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error);
        logging.AddFilter("Polly", LogLevel.Error);
    }
}
