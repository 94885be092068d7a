using System.ComponentModel;
using System.Diagnostics;

namespace CityMap.Server.Tests.Ogc;

/// <summary>Programs that planners have on their desks, run as they run them.</summary>
internal static class OtherPrograms
{
    /// <summary>What a program prints. Where it is not installed the test is skipped; in continuous integration that is a failure.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            var missing = errors.Contains("ModuleNotFoundError", StringComparison.Ordinal);
            if (!missing) Assert.True(process.ExitCode == 0 && !errors.Contains("ERROR", StringComparison.Ordinal), errors + await output);
            return missing ? Missing($"{program} {errors}") : await output;
        }
        catch (Win32Exception)
        {
            return Missing(program);
        }
    }

    private static string Missing(string what)
    {
        var message = $"Not installed: {what}.";
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) Assert.Fail(message);
        Assert.Skip(message);
        return "";
    }
}
