import { readFileSync } from 'node:fs';
import { createServer, type Plugin } from 'vite';

const weights = { 'Noto Sans Regular': 400, 'Noto Sans Medium': 500, 'Noto Sans SemiBold': 600 };
const subsets = ['latin', 'vietnamese', 'latin-ext'];
const folder = 'node_modules/@fontsource/noto-sans/files';

/**
 * Writes `map/sheet.json` and `map/fonts/` beside the page: the console's map style, symbols, colours and fonts, made by the
 * console's own code, for programs that draw the same map without a browser. WOFF 1, because it needs no decoder of its own.
 */
export function emitMapSheet(): Plugin {
  return {
    name: 'citymap-map-sheet',
    apply: 'build',
    async generateBundle() {
      const server = await createServer({ configFile: false, server: { middlewareMode: true, ws: false, watch: null }, appType: 'custom', logLevel: 'error', optimizeDeps: { noDiscovery: true } });
      try {
        (globalThis as { location?: unknown }).location ??= { href: 'http://citymap/', origin: 'http://citymap' };
        const { mapSheet } = (await server.ssrLoadModule('/src/map/sheet/mapSheet.ts')) as { mapSheet: () => object };
        const fonts = Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, subsets.map((subset) => {
          const fileName = `noto-sans-${subset}-${weight}-normal.woff`;
          this.emitFile({ type: 'asset', fileName: `map/fonts/${fileName}`, source: readFileSync(`${folder}/${fileName}`) });
          return `fonts/${fileName}`;
        })]));
        this.emitFile({ type: 'asset', fileName: 'map/sheet.json', source: JSON.stringify({ ...mapSheet(), fonts }) });
      } finally {
        await server.close();
      }
    },
  };
}
