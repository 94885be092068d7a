using System.Diagnostics;
using System.Xml.Linq;

namespace CityMap.House.Tests;

/// <summary>The working tree these tests look at: only files that git tracks or would track.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Files { get; } = ListFiles();

    public static IEnumerable<Project> Projects =>
        Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal)).Select(Project.Read);

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CityMap.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("CityMap.sln was not found above the tests.");
    }

    private static List<string> ListFiles()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git could not be started.");
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(f => File.Exists(Path.Combine(Root, f)))];
    }
}

/// <summary>What a project file asks for.</summary>
internal sealed record Project(string Name, string File, IReadOnlySet<string> Packages, IReadOnlySet<string> References)
{
    public static Project Read(string file)
    {
        var xml = XDocument.Load(Path.Combine(Repository.Root, file));
        return new(
            Path.GetFileNameWithoutExtension(file),
            file,
            Includes(xml, "PackageReference").ToHashSet(StringComparer.Ordinal),
            Includes(xml, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/'))).ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Includes(XDocument xml, string element) =>
        xml.Descendants(element).Select(e => e.Attribute("Include")?.Value).OfType<string>();
}
