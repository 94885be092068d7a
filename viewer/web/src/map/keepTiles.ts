import { effect } from '@preact/signals';
import type { ErrorEvent, Map as MapLibreMap } from 'maplibre-gl';
import { feed } from '../state/feed';

/** What could not be read is asked for again so much later, and twice as long after each time in vain. */
const firstMilliseconds = 1000;
const lastMilliseconds = 60_000;

/** What the map says of something that failed: a tile of a source, or anything else. */
type MapFault = ErrorEvent & { sourceId?: string; tile?: { actor?: unknown } };

/**
 * Reads again what a map could not read. Left alone, a tile asked for while the server was away stays blank until somebody moves the map far
 * away and back. Returns the function that stops it.
 */
export function keepTiles(map: MapLibreMap): () => void {
  const missed = new Set<string>();
  let wait = firstMilliseconds;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const canRead = (): boolean => ['live', 'paused'].includes(feed.peek().connection.kind);
  const readAgain = (): void => {
    timer = undefined;
    // The line broke meanwhile: reading a source now would blank its good tiles too.
    if (!canRead()) return;
    const sources = [...missed];
    missed.clear();
    for (const source of sources) if (map.getSource(source)) map.refreshTiles(source);
  };
  const readSoon = (): void => {
    if (!missed.size || timer !== undefined || !canRead()) return;
    timer = setTimeout(readAgain, wait);
    wait = Math.min(wait * 2, lastMilliseconds);
  };
  const onFault = ({ error, sourceId, tile }: MapFault): void => {
    if (!tile || !sourceId) return console.error(error);
    // A tile that failed keeps its worker, and MapLibre 6 takes one with a worker, read anew, for one that is on its way already: it would never come.
    delete tile.actor;
    missed.add(sourceId);
    readSoon();
  };
  map.on('error', onFault);
  const stop = effect(() => {
    if (feed.value.connection.kind !== 'live') return;
    wait = firstMilliseconds;
    readSoon();
  });
  return () => {
    map.off('error', onFault);
    clearTimeout(timer);
    stop();
  };
}
