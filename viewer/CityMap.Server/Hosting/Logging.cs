using Microsoft.Extensions.Logging.Console;

namespace CityMap.Server.Hosting;

/// <summary>One line per event, on standard error, so that standard output stays for people and pipes.</summary>
internal static class Logging
{
    /// <summary>Only what somebody must act on, and this program's own few milestones.</summary>
    public static void Configure(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("CityMap", LogLevel.Information);
        // It compares with a moment before the process began, and cries wolf at every start.
        logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss.fff ";
            console.UseUtcTimestamp = true;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
