namespace CityMap.Bench.Pictures;

/// <summary>What is looked for in a page before its picture is taken.</summary>
internal static class PictureScripts
{
    /// <summary>True once nothing is on its way any more: no skeleton, no dimmed list, the map drawn, the fonts there.</summary>
    public const string Settled = """
        () => {
            const map = document.querySelector('#map')?.map;
            return document.fonts.status === 'loaded' && !document.querySelector('.skeleton, .rows-dim, [aria-busy=true]')
                && (!map || (map.loaded() && map.areTilesLoaded() && !map.isMoving()));
        }
        """;
}
