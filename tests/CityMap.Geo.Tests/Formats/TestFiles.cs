using Xunit;

namespace CityMap.Geo.Tests.Formats;

/// <summary>Real files for tests; where the folder is missing the test skips and says so, in continuous integration it fails.</summary>
internal static class TestFiles
{
    public static string Path(string relative)
    {
        var root = Environment.GetEnvironmentVariable("CITYMAP_TESTDATA") ?? Default();
        var path = System.IO.Path.Combine(root, relative);
        if (File.Exists(path) || Directory.Exists(path)) return path;
        var message = $"No test data at {path}: set CITYMAP_TESTDATA.";
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) Assert.Fail(message);
        Assert.Skip(message);
        return path;
    }

    private static string Default()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "CityMap.sln"))) folder = folder.Parent;
        return System.IO.Path.Combine(folder?.Parent?.FullName ?? "/", "shared", "data");
    }
}
