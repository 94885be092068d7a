import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Connection } from '../src/feed/feedState';
import { keepTiles } from '../src/map/keepTiles';
import { feed } from '../src/state/feed';

/** A map that remembers what it read again. */
class FakeMap {
  readonly reread: string[] = [];
  private fault: ((event: object) => void) | undefined;
  readonly stop = keepTiles(this as unknown as MapLibreMap);
  on(_: string, call: (event: object) => void): void { this.fault = call; }
  off(): void { this.fault = undefined; }
  getSource(id: string): object | undefined { return id === 'gone' ? undefined : {}; }
  refreshTiles(id: string): void { this.reread.push(id); }
  misses(sourceId: string): void { this.fault?.({ error: new Error('no answer'), sourceId, tile: {} }); }
  fails(error: Error): void { this.fault?.({ error }); }
}

const line = (kind: Connection['kind']): void => void (feed.value = { ...feed.value, connection: { kind, since: 0 } as Connection });

describe('a tile that could not be read', () => {
  let map: FakeMap;
  beforeEach(() => {
    vi.useFakeTimers();
    line('live');
    map = new FakeMap();
  });
  afterEach(() => {
    map.stop();
    line('connecting');
    vi.useRealTimers();
  });

  it('is read once the server is back, not before', () => {
    line('stale');
    map.misses('roads');
    map.misses('roads');
    map.misses('gone');
    vi.advanceTimersByTime(600_000);
    expect(map.reread).toEqual([]);
    line('live');
    vi.advanceTimersByTime(1000);
    expect(map.reread).toEqual(['roads']);
  });
  it('waits on when the line breaks again before it is read', () => {
    map.misses('roads');
    line('stale');
    vi.advanceTimersByTime(600_000);
    expect(map.reread).toEqual([]);
    line('live');
    vi.advanceTimersByTime(1000);
    expect(map.reread).toEqual(['roads']);
  });
  it('is asked for ever more rarely while it fails though the line stands', () => {
    for (let second = 0; second < 600; second++) {
      map.misses('roads');
      vi.advanceTimersByTime(1000);
    }
    expect(map.reread.length).toBeGreaterThan(5);
    expect(map.reread.length).toBeLessThan(20);
  });
  it('is read again in the past too, where there is no line', () => {
    line('paused');
    map.misses('roads');
    vi.advanceTimersByTime(1000);
    expect(map.reread).toEqual(['roads']);
  });
  it('is forgotten with its map', () => {
    map.misses('roads');
    map.stop();
    vi.advanceTimersByTime(600_000);
    expect(map.reread).toEqual([]);
  });
  it('hides no other fault', () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const fault = new Error('no such image');
    map.fails(fault);
    expect(told).toHaveBeenCalledWith(fault);
    told.mockRestore();
  });
});
