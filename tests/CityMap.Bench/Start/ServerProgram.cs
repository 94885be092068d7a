namespace CityMap.Bench.Start;

/// <summary>Where the program lies that people start.</summary>
internal static class ServerProgram
{
    /// <summary>The published program, compiled ahead of time, when <c>./citymap</c> has made it; else the one beside the bench.</summary>
    public static string Path { get; } = Published() ?? System.IO.Path.Combine(AppContext.BaseDirectory, "CityMap.Server.dll");

    private static string? Published()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(System.IO.Path.Combine(folder.FullName, "CityMap.sln"))) continue;
            var program = System.IO.Path.Combine(folder.FullName, "artifacts", "app", "CityMap.Server.dll");
            return File.Exists(program) ? program : null;
        }

        return null;
    }
}
