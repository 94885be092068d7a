using System.Diagnostics;
using Xunit;

namespace CityMap.Stores.Tests.GeoPackage;

/// <summary>Runs GDAL's tools, as an integrator would.</summary>
internal static class Gdal
{
    /// <summary>Runs a tool and gives its exit code and everything it said; the test is skipped where GDAL is not installed.</summary>
    public static async Task<(int Code, string Output)> RunAsync(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, await output + await errors);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{tool} is not installed (package gdal-bin).");
            throw;
        }
    }
}
