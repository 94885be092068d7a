using System.Text.Json;
using CityMap.Server.Tests;
using Microsoft.Playwright;

namespace CityMap.Browser.Tests.Support;

/// <summary>Looks a page over by the rules of axe-core: WCAG 2.2 A and AA, and its best practices.</summary>
internal static class Axe
{
    private static readonly Lazy<string> _axe = new(() => File.ReadAllText(Path.Combine(Repository.Root, "viewer", "web", "node_modules", "axe-core", "axe.min.js")));

    /// <summary>Asserts that no rule is broken once nothing moves any more: halfway through a transition colours are nobody's choice.</summary>
    /// <param name="page">The page.</param>
    /// <param name="within">Only this part of it: what lies below a panel that covers it is not seen, but measured against the panel.</param>
    public static async Task BreaksNothingAsync(IPage page, string? within = null)
    {
        await page.WaitForFunctionAsync(
            "() => document.fonts.status === 'loaded' && document.getAnimations().every(a => a.playState === 'finished' || a.effect?.getComputedTiming().iterations === Infinity)");
        var broken = await ViolationsAsync(page, within);
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    private static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, string? within)
    {
        await page.EvaluateAsync(_axe.Value);
        var found = await page.EvaluateAsync<JsonElement>(
            "async within => (await axe.run(within ?? document, { runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] }))"
            + ".violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' (' + n.any.map(a => a.message).join('; ') + ')').join(', '))", within);
        return [.. found.EnumerateArray().Select(violation => violation.GetString()!)];
    }
}
