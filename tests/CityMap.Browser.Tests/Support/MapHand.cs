using Microsoft.Playwright;

namespace CityMap.Browser.Tests.Support;

/// <summary>A hand on the map of a page.</summary>
internal static class MapHand
{
    /// <summary>Waits until the map stands still and everything on it is loaded.</summary>
    public static Task RestAsync(this IPage page) => page.WaitForFunctionAsync(
        "() => { const map = document.querySelector('#map')?.map; return map?.getLayer('incidents-mark') && !map.isMoving() && map.areTilesLoaded(); }");

    /// <summary>Clicks where a place is on the screen.</summary>
    public static async Task ClickMapAsync(this IPage page, double lon, double lat)
    {
        await page.RestAsync();
        var (x, y) = await page.PlaceOnScreenAsync(lon, lat);
        await page.Mouse.ClickAsync(x, y);
    }

    /// <summary>Where a place is on the screen, in pixels of the window.</summary>
    public static async Task<(float X, float Y)> PlaceOnScreenAsync(this IPage page, double lon, double lat)
    {
        var at = await page.EvaluateAsync<float[]>(
            "at => { const map = document.querySelector('#map').map; const p = map.project(at), box = map.getCanvas().getBoundingClientRect(); return [p.x + box.left, p.y + box.top]; }",
            new[] { lon, lat });
        return (at[0], at[1]);
    }

    /// <summary>Waits until a layer of the map draws a feature with that id.</summary>
    public static Task DrawnAsync(this IPage page, string layer, string id) => page.WaitForFunctionAsync(
        "([layer, id]) => { const map = document.querySelector('#map')?.map; return map?.getLayer(layer) && map.queryRenderedFeatures({ layers: [layer] }).some((f) => f.properties.id === id); }",
        new[] { layer, id });

    /// <summary>Waits until an incident's own mark is drawn within a few pixels of a place.</summary>
    public static Task DrawnAtAsync(this IPage page, string id, double lon, double lat) => page.WaitForFunctionAsync(
        """
        ([id, lon, lat]) => {
            const map = document.querySelector('#map').map, { x, y } = map.project([lon, lat]);
            const found = map.queryRenderedFeatures([[x - 6, y - 6], [x + 6, y + 6]], { layers: ['incidents-mark', 'live-mark'] });
            return found.some((f) => f.properties.id === id && !f.state.hidden);
        }
        """,
        new object[] { id, lon, lat });

    /// <summary>Drops files on the map, as a hand from the desktop would: over the page first, then let go.</summary>
    public static Task DropAsync(this IPage page, params (string Name, byte[] Content)[] files) => page.EvaluateAsync(
        """
        (files) => {
            const transfer = new DataTransfer();
            for (const [name, content] of files) transfer.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name));
            const canvas = document.querySelector('#map canvas');
            for (const type of ['dragenter', 'dragover', 'drop']) canvas.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
        }
        """,
        files.Select(file => new[] { file.Name, Convert.ToBase64String(file.Content) }).ToArray());
}
