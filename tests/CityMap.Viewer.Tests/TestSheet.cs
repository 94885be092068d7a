using CityMap.Viewer.Sheets;

namespace CityMap.Viewer.Tests;

/// <summary>The map sheet the console's build left in the working tree.</summary>
internal static class TestSheet
{
    /// <summary>Where it is.</summary>
    public static string Folder { get; } = Path.Combine(Root(), "viewer", "CityMap.Server", "wwwroot", "map");

    /// <summary>It, read once.</summary>
    public static MapSheet Sheet { get; } = MapSheet.Load(Folder);

    /// <summary>The working tree.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CityMap.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("CityMap.sln was not found above the tests.");
    }
}
