namespace CityMap.Bench.Pictures;

/// <summary>What is looked for in a page before its picture is taken.</summary>
internal static class PictureScripts
{
    /// <summary>True once nothing is on its way any more: no skeleton (but those the page of components shows), no dimmed list, the map drawn, the fonts there.</summary>
    public const string Settled = """
        () => {
            const map = document.querySelector('#map')?.map;
            const waiting = [...document.querySelectorAll('.skeleton, .rows-dim, [aria-busy=true]')].filter(one => !one.closest('.components'));
            return document.fonts.status === 'loaded' && waiting.length === 0
                && (!map || (map.loaded() && map.areTilesLoaded() && !map.isMoving()));
        }
        """;
}
