using System.Diagnostics;
using Xunit;

namespace CityMap.Geo.Tests.Formats;

/// <summary>Has GDAL write real data in another format.</summary>
internal static class Gdal
{
    /// <summary>Writes the features of a file into a new one; the test is skipped where GDAL is not installed.</summary>
    public static async Task ConvertAsync(string driver, string target, string source, params string[] options) =>
        await RunAsync("ogr2ogr", ["-f", driver, .. options, target, source]);

    /// <summary>How many features of a layer meet a condition.</summary>
    public static async Task<int> CountAsync(string file, string layer, string condition)
    {
        var output = await RunAsync("ogrinfo", ["-ro", "-q", "-dialect", "SQLITE", "-sql", $"SELECT count(*) AS n FROM {layer} WHERE {condition}", file]);
        return int.Parse(output.Split('=')[^1].Trim(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>What GDAL says about the layers of a file.</summary>
    public static Task<string> SummaryAsync(string file, params string[] options) => RunAsync("ogrinfo", ["-ro", "-so", "-al", .. options, file]);

    private static async Task<string> RunAsync(string tool, string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, errors);
            return await output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{tool} is not installed (package gdal-bin).");
            throw;
        }
    }
}
