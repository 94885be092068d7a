import { MercatorCoordinate, type Map as MapLibreMap } from 'maplibre-gl';
import { incidentTiles } from './incidentTiles';
import type { Position } from '../../api/types';
import type { DrawnTiles } from './settle';

/** What the tiles hold, and where they draw it. */
export interface SeenTiles extends DrawnTiles {
  /** Where the tiles draw an incident's own mark; null when it has none. */
  place: (id: string) => Position | null;
}

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
export function lookAtTiles(map: MapLibreMap, tiles: readonly DrawnTile[], ids: readonly string[]): SeenTiles {
  const marks = lazily(() => singles(map, ids));
  const oldest = tiles.length ? Math.min(...tiles.map((tile) => tile.sequence)) : null;
  return {
    oldest,
    at: ({ lon, lat }) => {
      const { x, y } = MercatorCoordinate.fromLngLat([lon, lat]);
      const over = tiles.filter((tile) => Math.floor(x * 2 ** tile.z) === tile.x && Math.floor(y * 2 ** tile.z) === tile.y);
      return over.length ? Math.min(...over.map((tile) => tile.sequence)) : null;
    },
    single: (id) => marks().has(id),
    place: (id) => marks().get(id) ?? null,
  };
}

function singles(map: MapLibreMap, ids: readonly string[]): ReadonlyMap<string, Position> {
  const found = map.querySourceFeatures('incidents', { sourceLayer: 'incidents', filter: ['match', ['get', 'id'], [...ids], true, false], validate: false });
  return new Map(found.map((feature) => {
    const [lon = 0, lat = 0] = feature.geometry.type === 'Point' ? feature.geometry.coordinates : [];
    return [String(feature.properties['id']), { lon, lat }];
  }));
}

// Often no change needs to know, and looking through every tile is not free.
function lazily<T>(read: () => T): () => T {
  let known: T | null = null;
  return () => (known ??= read());
}
