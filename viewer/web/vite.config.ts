import { defineConfig } from 'vite';

/** The server the development page talks to; `vite build` does not use it. */
const server = process.env['CITYMAP_SERVER'] ?? 'http://127.0.0.1:5080';

export default defineConfig({
  build: {
    outDir: '../CityMap.Server/wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    // The map library alone is above Vite's default warning; the budget is kept by a test.
    chunkSizeWarningLimit: 1400,
    assetsInlineLimit: 0,
    rollupOptions: {
      output: {
        // The map's worker is a module; under `.js` every static server knows its type.
        assetFileNames: (asset) => (asset.names[0]?.endsWith('.mjs') ? 'assets/[name]-[hash].js' : 'assets/[name]-[hash][extname]'),
      },
    },
  },
  server: {
    proxy: Object.fromEntries(['/api', '/tiles', '/health'].map((path) => [path, server])),
  },
  test: { include: ['test/**/*.test.ts'] },
} as Parameters<typeof defineConfig>[0]);
