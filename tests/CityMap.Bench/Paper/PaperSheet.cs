namespace CityMap.Bench.Paper;

/// <summary>The map sheet the console's build left in the working tree.</summary>
internal static class PaperSheet
{
    /// <summary>Its folder.</summary>
    public static string Folder { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CityMap.sln"))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? "", "viewer", "CityMap.Server", "wwwroot", "map");
    }
}
