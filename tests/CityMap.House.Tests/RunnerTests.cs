using System.Diagnostics;
using Xunit;

namespace CityMap.House.Tests;

/// <summary>The runner on machines that lack what it needs. Its functions are read into a shell and run with stand-ins for the machine.</summary>
public sealed class RunnerTests
{
    [Fact]
    public void A_machine_without_PostGIS_is_given_it()
    {
        var said = Run("newest() { true; }; install_packages() { echo \"installs $*\"; }; postgis_package() { echo postgresql-15-postgis-3; }; need_postgis; echo done");
        Assert.Contains("installs postgis postgresql", said, StringComparison.Ordinal);
        Assert.EndsWith("done\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Looking_for_what_is_not_there_ends_nothing()
    {
        Assert.Equal("found ''\n", Run("found=\"$(newest /nowhere/*/bin)\"; echo \"found '$found'\""));
    }

    [Fact]
    public void The_newest_version_is_taken()
    {
        using var folder = new TemporaryFolder();
        foreach (var version in new[] { "9", "15", "14" }) Directory.CreateDirectory(Path.Combine(folder.Path, version, "bin"));
        Assert.Equal(Path.Combine(folder.Path, "15", "bin") + "\n", Run($"newest '{folder.Path}'/*/bin"));
    }

    [Fact]
    public void Who_may_not_install_is_told_the_line_to_run()
    {
        var said = Run("id() { echo 1000; }; sudo() { return 1; }; (need nothing-of-this-name some-package) 2>&1 || echo \"ended $?\"");
        Assert.Contains("Run: sudo apt-get install -y some-package", said, StringComparison.Ordinal);
        Assert.Contains("ended 1", said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_packages_a_desktop_lacks_are_named_once_each()
    {
        using var folder = new TemporaryFolder();
        var log = Path.Combine(folder.Path, "log");
        File.WriteAllText(log, "a.csproj : error NU1101: Unable to find package Mapsui. No packages exist\nb : error NU1102: Unable to find package Avalonia.Desktop with version\nc : error NU1101: Unable to find package Mapsui. No\n");
        Assert.Equal("Avalonia.Desktop, Mapsui\n", Run($". viewer/desktop/run.sh; missing_packages '{log}'"));
    }

    // Errors end the script as they do in the runner, but for those a test catches.
    private static string Run(string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", $". ./citymap; {script}"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };
        using var bash = Process.Start(start)!;
        var said = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        return said;
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("citymap-house-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
