using System.Text.RegularExpressions;
using Xunit;

namespace CityMap.House.Tests;

/// <summary>How files look here.</summary>
public sealed partial class FileTests
{
    private const int Wall = 250;

    private static readonly string[] CodeEndings = [".cs", ".ts", ".tsx", ".sql", ".sh", ".css"];

    [Fact]
    public void No_source_file_is_longer_than_the_wall()
    {
        var tooLong = Sources().Select(f => (File: f, Lines: Repository.Read(f).Count(c => c == '\n'))).Where(f => f.Lines > Wall);
        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_source_file_holds_a_note_to_self_or_a_sleep()
    {
        var marked = Sources().Where(f => !f.StartsWith("tests/CityMap.House.Tests/", StringComparison.Ordinal) && Marks().IsMatch(Repository.Read(f)));
        Assert.Empty(marked);
    }

    [Fact]
    public void Every_link_between_documents_leads_somewhere()
    {
        var dead =
            from file in Repository.Files.Where(f => f.EndsWith(".md", StringComparison.Ordinal))
            from Match link in Links().Matches(Repository.Read(file))
            let target = link.Groups[1].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
            let path = Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(file) ?? "", Uri.UnescapeDataString(target)))
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{file} → {target}";
        Assert.Empty(dead);
    }

    [Fact]
    public void Every_architecture_decision_has_its_number_once()
    {
        var numbers = Repository.Files
            .Where(f => f.StartsWith("docs/adr/", StringComparison.Ordinal))
            .Select(f => Path.GetFileName(f)[..4])
            .ToList();
        Assert.Equal(numbers.Distinct().Order(), numbers.Order());
    }

    private static IEnumerable<string> Sources() => Repository.Files.Where(f => CodeEndings.Any(e => f.EndsWith(e, StringComparison.Ordinal)));

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|NotImplementedException|Thread\.Sleep|catch\s*(\([^{}]*\))?\s*\{\s*\}")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();
}
