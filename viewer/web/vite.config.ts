import { fileURLToPath } from 'node:url';
import { readFileSync, writeFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { emitMapSheet } from './build/emitMapSheet.ts';

/** The server the development page talks to; `vite build` does not use it. */
const server = process.env['CITYMAP_SERVER'] ?? 'http://127.0.0.1:5080';
const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * The address of the map's worker. Built, page and worker come from the library's sources, so that what both need is one chunk, loaded once:
 * the library's own bundles carry it twice. While developing, its own bundle of the worker serves.
 */
function mapWorker(): Plugin {
  const name = 'virtual:map-worker';
  let built = false;
  return {
    name: 'map-worker',
    configResolved: (config) => { built = config.command === 'build'; },
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load(id) {
      if (id !== `\0${name}`) return null;
      if (!built) return `export { default } from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';`;
      const chunk = this.emitFile({ type: 'chunk', id: fromHere('node_modules/maplibre-gl/src/source/worker.ts'), name: 'map-worker' });
      return `export default import.meta.ROLLUP_FILE_URL_${chunk};`;
    },
  };
}

/** Packs scripts and styles once, as tightly as brotli can: the server sends them as they are. */
function packed(folder: string): Plugin {
  return {
    name: 'packed',
    closeBundle() {
      for (const file of readdirSync(folder).filter((name) => /\.(js|css)$/.test(name))) {
        writeFileSync(`${folder}/${file}.br`, brotliCompressSync(readFileSync(`${folder}/${file}`), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
      }
    },
  };
}

export default defineConfig(({ command }) => ({
  plugins: [mapWorker(), emitMapSheet(), packed(fromHere('../CityMap.Server/wwwroot/assets'))],
  resolve: {
    alias: command === 'build' ? [{ find: /^maplibre-gl$/, replacement: fromHere('node_modules/maplibre-gl/src/index.ts') }] : [],
  },
  // The map library is written for fields that are only declared to be no more than that.
  oxc: { typescript: { removeClassFieldsWithoutInitializer: true }, assumptions: { setPublicClassFields: true } },
  build: {
    outDir: '../CityMap.Server/wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    // The map library alone is above Vite's default warning; the budget is kept by a test.
    chunkSizeWarningLimit: 1400,
    assetsInlineLimit: 0,
  },
  server: {
    // The server takes changes from its own page only: it must see the name the page has.
    proxy: Object.fromEntries(['/api', '/tiles', '/health'].map((path) => [path, { target: server, changeOrigin: false }])),
  },
  test: { include: ['test/**/*.test.ts'] },
}));
