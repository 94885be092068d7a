import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Connection } from '../src/feed/feedState';
import { Rereading } from '../src/map/keepLive';
import { LiveIncidents } from '../src/map/live/LiveIncidents';
import { openQuery } from '../src/query/incidentQuery';
import { feed } from '../src/state/feed';
import { makeIncident } from './fixtures';

vi.hoisted(() => {
  vi.stubGlobal('location', new URL('http://localhost/'));
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
});
vi.mock('maplibre-gl', () => ({ addProtocol: () => undefined }));
vi.mock('../src/map/live/drawnTiles', () => ({
  readTiles: () => [], signTiles: () => '', lookAtTiles: () => ({ at: () => 1, oldest: 1, single: () => false, place: () => null }),
}));

const line = (kind: Connection['kind']): void => void (feed.value = { ...feed.value, connection: { kind, since: 0 } as Connection });

describe('tiles while the line is down', () => {
  const refreshTiles = vi.fn();
  const nothing = (): void => undefined;
  const map = {
    on: nothing, off: nothing, once: nothing, getSource: () => ({ setData: nothing }), isSourceLoaded: () => true, refreshTiles, getZoom: () => 10,
    setFeatureState: nothing, removeFeatureState: nothing, triggerRepaint: nothing,
  } as unknown as MapLibreMap;
  beforeEach(() => {
    vi.useFakeTimers();
    refreshTiles.mockClear();
    line('live');
  });
  afterEach(() => {
    line('connecting');
    vi.useRealTimers();
  });

  it('of incidents are left as they are though a change was in flight, and read when it is back', () => {
    const live = new LiveIncidents(map, openQuery);
    live.take([{ sequence: 5, incident: makeIncident({ version: 2 }) }], []);
    vi.advanceTimersByTime(400);
    line('stale');
    vi.advanceTimersByTime(60_000);
    expect(refreshTiles).not.toHaveBeenCalled();
    line('live');
    vi.advanceTimersByTime(2000);
    expect(refreshTiles).toHaveBeenCalledTimes(1);
    live.dispose();
  });
  it('of facilities are too', () => {
    const facilities = new Rereading(map, 'facilities');
    facilities.soon();
    line('stale');
    vi.advanceTimersByTime(60_000);
    expect(refreshTiles).not.toHaveBeenCalled();
    line('live');
    vi.advanceTimersByTime(1000);
    expect(refreshTiles).toHaveBeenCalledTimes(1);
    facilities.stop();
  });
});
