namespace CityMap.Bench.Consoles;

/// <summary>What the bench does with the filters inside a page.</summary>
internal static class FilterScripts
{
    /// <summary>How many incidents the list is of.</summary>
    public const string Rows = "() => Number(document.querySelector('.list-count').textContent.replace(/\\D/g, ''))";

    /// <summary>
    /// Milliseconds from each of some clicks to the first rows: a severity is asked for by its chip in the form and, every other click, taken away
    /// by its chip above the list. Rows count once the list is of another number and none is still the answer before.
    /// </summary>
    public const string ChipTimes = """
        async (clicks) => {
            const times = [], list = document.querySelector('.list'), count = () => list.querySelector('.list-count').textContent;
            for (let n = 0; n < clicks; n++) {
                const severity = 5 - (Math.floor(n / 2) % 3);
                const form = [...document.querySelectorAll('.filter-form .chip')].find((chip) => chip.textContent.startsWith(`${severity} `));
                const chip = n % 2 ? list.querySelector('.filters .chip-on') : form;
                const before = count(), begun = performance.now();
                chip.click();
                await new Promise((done, fail) => {
                    const shown = () => count() !== before && list.querySelector('.row') && !list.querySelector('.rows-dim');
                    const watcher = new MutationObserver(() => { if (shown()) { watcher.disconnect(); done(); } });
                    watcher.observe(list, { subtree: true, childList: true, attributes: true, characterData: true });
                    setTimeout(() => fail(new Error('No rows came after a click.')), 20000);
                });
                times.push(performance.now() - begun);
                const map = document.querySelector('#map').map;
                for (const until = performance.now() + 5000; performance.now() < until && !map.areTilesLoaded();) await new Promise((done) => setTimeout(done, 50));
                await new Promise((done) => setTimeout(done, 150));
            }
            return times;
        }
        """;
}
