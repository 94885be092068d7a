using Microsoft.Playwright;

namespace CityMap.Browser.Tests.Support;

/// <summary>What the map of a page draws of incidents: single marks count one, groups as many as they say.</summary>
internal static class SeenOnMap
{
    private const string Watch = """
        () => {
            const map = document.querySelector('#map').map;
            const layers = ['incidents-mark', 'incidents-cluster', 'live-mark', 'live-cluster'];
            const seen = window.seenOnMap = { now: 0, beside: 0, most: 0, samples: 0 };
            const look = () => {
                const found = new Map();
                for (const f of map.queryRenderedFeatures({ layers: layers.filter((id) => map.getLayer(id)) })) {
                    if (f.state.hidden) continue;
                    const { id, cluster_id } = f.properties;
                    found.set(`${f.source} ${id ?? cluster_id ?? f.geometry.coordinates}`, Number(f.properties.count ?? f.properties.point_count ?? 1));
                }
                seen.now = [...found.values()].reduce((sum, count) => sum + count, 0);
                seen.beside = [...found.keys()].filter((key) => key.startsWith('live ')).length;
                seen.most = Math.max(seen.most, seen.now);
                seen.samples++;
            };
            map.on('render', look);
            look();
        }
        """;

    /// <summary>Begins to count at every frame.</summary>
    public static async Task WatchMapAsync(this IPage page)
    {
        await page.WaitForFunctionAsync("() => document.querySelector('#map')?.map?.getLayer('incidents-mark')");
        await page.EvaluateAsync(Watch);
    }

    /// <summary>Waits until so many incidents are seen, so many of them beside the tiles.</summary>
    public static Task SeenAsync(this IPage page, int count, int? beside = null) => page.WaitForFunctionAsync(
        "([count, beside]) => window.seenOnMap.now === count && (beside === null || window.seenOnMap.beside === beside)", new object?[] { count, beside });

    /// <summary>The most that were seen in any frame since the last call.</summary>
    public static Task<int> MostSeenAsync(this IPage page) =>
        page.EvaluateAsync<int>("() => { const { most } = window.seenOnMap; window.seenOnMap.most = window.seenOnMap.now; return most; }");
}
