import { effect } from '@preact/signals';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { FeedMessage } from '../feed/feedMessages';
import { matches } from '../query/matches';
import { feed, onFeed } from '../state/feed';
import { mapQuery } from '../state/incidents';
import { incidentTiles } from './live/incidentTiles';
import { LiveIncidents } from './live/LiveIncidents';
import { pulse } from './live/pulse';

/** Facilities and footprints come from tiles alone: after a change they are read again, at most this often. */
const tilesMilliseconds = 1000;

export interface LiveMap {
  /** Call when the tiles became another set. */
  reset: () => void;
  stop: () => void;
}

/** Brings the feed's changes to the map. */
export function keepLive(map: MapLibreMap): LiveMap {
  const live = new LiveIncidents(map, mapQuery.value);
  const facilities = new Rereading(map, 'facilities');
  const footprints = new Rereading(map, 'incident_footprints');
  const stop = onFeed((messages) => {
    if (messages.some((message) => message.kind === 'reload')) reload(map, live);
    const changed = messages.flatMap((message) => (message.kind === 'incident' ? [message] : []));
    const gone = messages.flatMap((message) => (message.kind === 'gone' && message.layer === 'incidents' ? [message] : []));
    if (changed.length || gone.length) live.take(changed, gone);
    for (const { incident } of changed) if (incident.version === 1 && matches(incident, mapQuery.peek())) pulse(map, incident.position);
    for (const message of messages) if (message.kind === 'layer' && map.getSource(message.layer)) map.refreshTiles(message.layer);
    if (messages.some(touchesFacilities)) facilities.soon();
    if (changed.some(({ incident }) => incident.footprint)) footprints.soon();
  });
  return {
    reset: () => live.reset(mapQuery.peek()),
    stop: () => {
      stop();
      facilities.stop();
      footprints.stop();
      live.dispose();
    },
  };
}

/** Reads the tiles of one layer again, a little later, so that a burst of changes costs one reading; never while the line is down, since a tile read in vain is blank. */
export class Rereading {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private owed = false;
  private readonly unwatch = effect(() => { if (feed.value.connection.kind === 'live' && this.owed) this.soon(); });

  constructor(private readonly map: MapLibreMap, private readonly source: string) {}

  soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.owed = feed.peek().connection.kind !== 'live';
      if (this.owed) return;
      if (this.map.getSource(this.source)) this.map.refreshTiles(this.source);
    }, tilesMilliseconds);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.unwatch();
  }
}

const touchesFacilities = (message: FeedMessage): boolean =>
  message.kind === 'facility' || (message.kind === 'gone' && message.layer === 'facilities');

function reload(map: MapLibreMap, live: LiveIncidents): void {
  // Perhaps another history, whose sequences say nothing about the tiles of this one.
  incidentTiles.clear();
  for (const source of ['incidents', 'facilities', 'incident_footprints']) if (map.getSource(source)) map.refreshTiles(source);
  live.reset(mapQuery.peek());
}
