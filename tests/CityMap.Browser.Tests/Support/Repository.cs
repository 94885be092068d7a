namespace CityMap.Browser.Tests.Support;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CityMap.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("These tests run inside the repository: the solution was not found above them.");
    }
}
