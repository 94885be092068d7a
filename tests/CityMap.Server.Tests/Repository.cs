namespace CityMap.Server.Tests;

/// <summary>The working tree these tests were built in.</summary>
internal static class Repository
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CityMap.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("CityMap.sln was not found above the tests.");
    }
}
