using System.Diagnostics;
using Xunit;

namespace CityMap.Geo.Tests.Formats;

/// <summary>Has GDAL write real data in another format.</summary>
internal static class Gdal
{
    /// <summary>Writes the features of a file into a new one; the test is skipped where GDAL is not installed.</summary>
    public static async Task ConvertAsync(string driver, string target, string source, params string[] options)
    {
        var start = new ProcessStartInfo("ogr2ogr", ["-f", driver, .. options, target, source]) { RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var errors = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, errors);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("ogr2ogr is not installed (package gdal-bin).");
        }
    }
}
