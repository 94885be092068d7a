namespace CityMap.Bench.Consoles;

/// <summary>What the bench runs inside a page.</summary>
internal static class ConsoleScripts
{
    /// <summary>True once the map stands drawn with every tile it asked for.</summary>
    public const string MapDrawn = "() => { const map = document.querySelector('#map')?.map; return !!map && map.loaded() && map.areTilesLoaded() && !map.isMoving(); }";

    /// <summary>Hides every layer that draws incidents, or shows them again.</summary>
    public const string ShowIncidents = """
        (show) => {
            const map = document.querySelector('#map').map;
            for (const { id, source } of map.getStyle().layers) {
                if (source === 'incidents' || source === 'live' || source === 'incident_footprints') map.setLayoutProperty(id, 'visibility', show ? 'visible' : 'none');
            }
        }
        """;

    /// <summary>
    /// Mean milliseconds of a frame while the map is moved over its own tiles, which are loaded: drawing alone, waited for by reading a pixel back.
    /// </summary>
    public const string PanFrame = """
        () => {
            const map = document.querySelector('#map').map, gl = map.getCanvas().getContext('webgl2'), center = map.getCenter(), pixel = new Uint8Array(4), frames = 24;
            const frame = (index) => {
                const angle = (index / frames) * 2 * Math.PI;
                map.jumpTo({ center: [center.lng + 0.004 * Math.sin(angle), center.lat + 0.004 * (Math.cos(angle) - 1)] });
                map.redraw();
                gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
            };
            for (let index = 0; index < 6; index++) frame(index);
            const begun = performance.now();
            for (let index = 0; index < frames; index++) frame(index);
            return (performance.now() - begun) / frames;
        }
        """;

    /// <summary>
    /// Instead of the server's line: one that brings so many changes a second of incidents the page has seen (`window.stream.start(rate)`), so that
    /// what the page costs is measured and not what the server does beside it.
    /// </summary>
    public const string Stream = """
        window.stream = { sent: 0, timer: 0, sources: [] };
        window.EventSource = class extends EventTarget {
            static OPEN = 1; static CLOSED = 2; readyState = 1;
            constructor() {
                super();
                window.stream.sources.push(this);
                setTimeout(() => { this.onopen?.(new Event('open')); this.tell('hello', { epoch: 'bench', seq: 1000000000 }); });
            }
            tell(name, data) { this.dispatchEvent(Object.assign(new MessageEvent(name, { data: JSON.stringify(data), lastEventId: `bench-${1000000000 + window.stream.sent}` }))); }
            close() { this.readyState = 2; }
        };
        window.stream.start = async (rate) => {
            const { items } = await (await fetch('/api/incidents?open=true&limit=1000')).json();
            let at = performance.now(), version = 2;
            window.stream.timer = setInterval(() => {
                const now = performance.now(), count = Math.min(2000, Math.round((rate * (now - at)) / 1000));
                at = now;
                const source = window.stream.sources.at(-1);
                for (let n = 0; n < count; n++) {
                    const item = items[window.stream.sent++ % items.length];
                    if (window.stream.sent % items.length === 0) version++;
                    const feature = { ...item, version, severity: 1 + ((item.severity + version) % 5), updatedAt: new Date().toISOString() };
                    source.tell('feature', { layer: 'incidents', seq: 1000000000 + window.stream.sent, feature });
                }
            }, 20);
        };
        window.stream.stop = () => clearInterval(window.stream.timer);
        """;

    /// <summary>Milliseconds from each of some keys to the changed row, in the list.</summary>
    public const string KeyTimes = """
        async (keys) => {
            const times = [], press = (key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
            // From the second row there is a way up as well as down.
            if (!document.querySelector('.row-current')) {
                press('j');
                await new Promise((done) => setTimeout(done, 300));
            }
            for (let n = 0; n < keys; n++) {
                const row = () => document.querySelector('.row-current')?.dataset.incident;
                const before = row(), begun = performance.now();
                press(n % 2 ? 'k' : 'j');
                await new Promise((done, fail) => {
                    const look = () => { if (row() !== before) { watcher.disconnect(); done(); } };
                    const watcher = new MutationObserver(look);
                    watcher.observe(document.querySelector('.list'), { subtree: true, childList: true, attributes: true });
                    setTimeout(() => fail(new Error('No row changed after a key.')), 5000);
                    look();
                });
                times.push(performance.now() - begun);
                await new Promise((done) => setTimeout(done, 60 + (n * 37) % 90));
            }
            return times;
        }
        """;
}
