using System.Text.Json;
using Microsoft.Playwright;

namespace CityMap.Browser.Tests.Support;

/// <summary>Looks a page over by the rules of axe-core: WCAG 2.2 A and AA, and its best practices.</summary>
internal static class Axe
{
    private static readonly Lazy<string> _axe = new(() => File.ReadAllText(Path.Combine(Repository.Root, "viewer", "web", "node_modules", "axe-core", "axe.min.js")));

    /// <summary>Every rule that is broken, and where.</summary>
    /// <param name="page">The page.</param>
    /// <param name="within">Only this part of it: what lies below a panel that covers it is not seen, but measured against the panel.</param>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, string? within = null)
    {
        await page.EvaluateAsync(_axe.Value);
        var found = await page.EvaluateAsync<JsonElement>(
            "async within => (await axe.run(within ?? document, { runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] }))"
            + ".violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' (' + n.any.map(a => a.message).join('; ') + ')').join(', '))", within);
        return [.. found.EnumerateArray().Select(violation => violation.GetString()!)];
    }
}
