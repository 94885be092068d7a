using System.Xml.Linq;
using Xunit;

namespace CityMap.House.Tests;

/// <summary>Packages are named once, exactly.</summary>
public sealed class PackageTests
{
    [Fact]
    public void Every_central_version_is_exact()
    {
        var versions = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(e => (Name: e.Attribute("Include")?.Value, Version: e.Attribute("Version")?.Value ?? ""));
        Assert.All(versions, v => Assert.Matches(@"^\[\d+\.\d+\.\d+(\.\d+)?(-[0-9A-Za-z.]+)?\]$", v.Version));
    }

    [Fact]
    public void No_project_states_a_version_of_its_own()
    {
        var floating = Repository.Projects
            .Where(p => XDocument.Load(Path.Combine(Repository.Root, p.File)).Descendants("PackageReference").Any(e => e.Attribute("Version") is not null))
            .Select(p => p.File);
        Assert.Empty(floating);
    }

    [Fact]
    public void The_lock_file_of_the_console_names_no_host()
    {
        var locks = Repository.Files.Where(f => f.EndsWith("package-lock.json", StringComparison.Ordinal));
        Assert.All(locks, f => Assert.DoesNotContain("\"resolved\": \"http", Repository.Read(f), StringComparison.Ordinal));
    }
}
