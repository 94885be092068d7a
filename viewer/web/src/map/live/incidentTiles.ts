import { addProtocol } from 'maplibre-gl';
import { deepestTiles, incidentScheme } from './incidentScheme';
import { TileSequences } from './TileSequences';

/** Which changes the tiles of incidents hold. */
export const incidentTiles = new TileSequences(deepestTiles);

const listeners = new Set<() => void>();

/** Calls back when a tile that is shown turned out to be newer than thought: the map itself tells only of tiles that look different. */
export function onUnchangedTile(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

// The map's worker hands no headers of a tile on: these tiles are asked for by the page.
addProtocol(incidentScheme, async ({ url }, { signal }) => {
  const path = url.slice(`${incidentScheme}:/`.length);
  const response = await fetch(path, { signal });
  if (!response.ok) throw Object.assign(new Error(response.statusText), { status: response.status, url: path });
  const data = await response.arrayBuffer();
  const etag = response.headers.get('ETag');
  const [z = 0, x = 0, y = 0] = (/\/(\d+)\/(\d+)\/(\d+)\.mvt/.exec(path) ?? []).slice(1).map(Number);
  const sequence = Number(response.headers.get('CityMap-Sequence') ?? 0);
  if (incidentTiles.answer({ z, x, y }, sequence, etag)) for (const listener of listeners) listener();
  return { data, cacheControl: response.headers.get('Cache-Control'), ...(etag ? { etag } : {}) };
});
