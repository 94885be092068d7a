namespace CityMap.Bench.Open;

/// <summary>The folder of real data that figures are measured on.</summary>
internal static class TestData
{
    /// <summary>What <c>CITYMAP_TESTDATA</c> says, else the folder beside the project.</summary>
    public static string Folder { get; } = Environment.GetEnvironmentVariable("CITYMAP_TESTDATA") is { Length: > 0 } stated ? stated : Beside();

    private static string Beside()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CityMap.sln"))) return Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "data"));
        }

        return Path.GetFullPath("data");
    }
}
