import { MercatorCoordinate, type Map as MapLibreMap } from 'maplibre-gl';
import { incidentTiles } from './incidentTiles';
import type { DrawnTiles } from './settle';

interface DrawnTile { z: number; x: number; y: number; sequence: number }

/** The tiles of incidents on the screen, with up to which sequence each holds the feed. */
export function readTiles(map: MapLibreMap): DrawnTile[] {
  const manager = map.style.tileManagers['incidents'];
  if (!manager) return [];
  return manager.getRenderableIds().flatMap((id) => {
    const tile = manager.getTileByID(id)?.tileID.canonical;
    return tile ? [{ z: tile.z, x: tile.x, y: tile.y, sequence: incidentTiles.of(tile) }] : [];
  });
}

/** Changes when other tiles are on the screen, or newer ones. */
export const signTiles = (tiles: readonly DrawnTile[]): string => tiles.map(({ z, x, y, sequence }) => `${z}/${x}/${y}@${sequence}`).join();

/** What the tiles hold of the incidents with these ids. */
export function lookAtTiles(map: MapLibreMap, tiles: readonly DrawnTile[], ids: readonly string[]): DrawnTiles {
  const oldest = tiles.length ? Math.min(...tiles.map((tile) => tile.sequence)) : null;
  return {
    oldest,
    at: ({ lon, lat }) => {
      const { x, y } = MercatorCoordinate.fromLngLat([lon, lat]);
      const over = tiles.filter((tile) => Math.floor(x * 2 ** tile.z) === tile.x && Math.floor(y * 2 ** tile.z) === tile.y);
      return over.length ? Math.min(...over.map((tile) => tile.sequence)) : null;
    },
    single: lazily(() => singles(map, ids)),
  };
}

function singles(map: MapLibreMap, ids: readonly string[]): ReadonlySet<string> {
  const found = map.querySourceFeatures('incidents', { sourceLayer: 'incidents', filter: ['match', ['get', 'id'], [...ids], true, false], validate: false });
  return new Set(found.map((feature) => String(feature.properties['id'])));
}

// Often no change needs to know, and looking through every tile is not free.
function lazily(read: () => ReadonlySet<string>): (id: string) => boolean {
  let known: ReadonlySet<string> | null = null;
  return (id) => (known ??= read()).has(id);
}
