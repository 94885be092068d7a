namespace CityMap.Server.Tests;

/// <summary>Real files for tests; where the folder is missing the test skips and says so, in continuous integration it fails.</summary>
internal static class TestFiles
{
    public static FileInfo File(string relative)
    {
        var root = Environment.GetEnvironmentVariable("CITYMAP_TESTDATA") ?? Path.Combine(Repository.Root, "..", "shared", "data");
        var file = new FileInfo(Path.Combine(root, relative));
        if (file.Exists) return file;
        var message = $"No test data at {file.FullName}: set CITYMAP_TESTDATA.";
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) Assert.Fail(message);
        Assert.Skip(message);
        return file;
    }
}
