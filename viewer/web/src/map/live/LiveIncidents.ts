import { effect, untracked } from '@preact/signals';
import type { GeoJSONSource, Map as MapLibreMap, MapSourceDataEvent } from 'maplibre-gl';
import type { Incident } from '../../api/types';
import type { IncidentQuery } from '../../query/incidentQuery';
import { matches } from '../../query/matches';
import { feed } from '../../state/feed';
import { lookAtTiles, readTiles, signTiles, type SeenTiles } from './drawnTiles';
import { Glides } from './Glides';
import { apart } from './glidePath';
import { incidentTiles, onUnchangedTile } from './incidentTiles';
import { RefreshClock } from './RefreshClock';
import { settle, type Change } from './settle';

/** The page keeps at most so many changes; beyond, the tiles are read again at once. */
const mostChanges = 8000;
/** At most one drawing of the live source in this time. */
const lookMilliseconds = 300;

/** From this zoom on the live source is drawn without groups. */
const aloneFrom = 14;

interface KeptChange extends Change {
  version: number;
  /** The tiles were read again since: a tile read from now on has it. */
  asked: boolean;
}

/**
 * Changed incidents between two readings of the tiles: drawn from a small live source as long as the tiles on the screen are older than the
 * change, and never beside a tile that has it (`settle`).
 */
export class LiveIncidents {
  private readonly changes = new Map<string, KeptChange>();
  private readonly covered = new Set<string>();
  private drawn = new Map<string, Incident>();
  private readonly stops: Array<() => void> = [];
  private readonly clock = new RefreshClock(() => this.refresh());
  private readonly glides: Glides;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastLook = 0;
  private seenTiles = '';
  private drawing = false;
  private dirty = false;

  constructor(private readonly map: MapLibreMap, private query: IncidentQuery) {
    this.glides = new Glides(map, (id) => { if (this.drawn.has(id)) map.removeFeatureState({ source: 'live', id }, 'hidden'); });
    const loaded = (event: MapSourceDataEvent): void => {
      if (event.sourceId !== 'incidents' || !event.coord) return;
      incidentTiles.show(event.coord.canonical);
      // Before it is drawn: not for one frame is anything seen both in the tile and beside it.
      if (this.changes.size) this.look();
    };
    const rendered = (): void => {
      if (this.changes.size && signTiles(readTiles(map)) !== this.seenTiles) this.look();
    };
    map.on('sourcedata', loaded);
    map.on('render', rendered);
    this.stops.push(() => map.off('sourcedata', loaded), () => map.off('render', rendered), onUnchangedTile(() => this.schedule()));
    // A tile read in vain is blank: while the line is down the last good ones stay, and what was due is read when it is back.
    this.stops.push(effect(() => {
      if (feed.value.connection.kind !== 'live') this.clock.stop();
      else if (this.changes.size) untracked(() => this.schedule());
    }));
  }

  /** Takes changes of the feed: an incident that left the query is hidden wherever it is drawn. */
  take(changed: ReadonlyArray<{ sequence: number; incident: Incident }>, gone: ReadonlyArray<{ sequence: number; id: string }>): void {
    for (const { sequence, incident } of changed) {
      const { id, version } = incident;
      const known = this.changes.get(id);
      const belongs = matches(incident, this.query);
      if (known && known.version > version) continue;
      // What was never part of the query is in no tile.
      if (!known && !belongs && version === 1) continue;
      this.changes.set(id, { id, version, sequence, born: version === 1 ? sequence : known?.born ?? null, incident: belongs ? incident : null, asked: false });
    }
    for (const { sequence, id } of gone) {
      const known = this.changes.get(id);
      this.changes.set(id, { id, version: known?.version ?? 0, sequence, born: known?.born ?? null, incident: null, asked: false });
    }
    this.schedule();
  }

  /** The tiles are another set now (another query or time): what was changed is in them. */
  reset(query: IncidentQuery): void {
    this.query = query;
    this.changes.clear();
    this.look();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.clock.stop();
    this.glides.stop();
    this.stops.forEach((stop) => stop());
  }

  private refresh(): void {
    if (!this.changes.size || !this.map.getSource('incidents')) return;
    for (const change of this.changes.values()) change.asked = true;
    this.map.refreshTiles('incidents');
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => this.look(), Math.max(0, this.lastLook + lookMilliseconds - Date.now()));
  }

  /** Compares every change with the tiles on the screen. */
  private look(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.lastLook = Date.now();
    if (!this.map.getSource('incidents')) return;
    const drawn = readTiles(this.map);
    this.seenTiles = signTiles(drawn);
    const tiles = lookAtTiles(this.map, drawn, [...this.changes.keys()]);
    const beside = new Map<string, Incident>();
    const covered = new Set<string>();
    let wrong = false;
    for (const change of this.changes.values()) {
      const verdict = settle(change, tiles);
      if (verdict.hide) covered.add(change.id);
      if (verdict.draw && change.incident) beside.set(change.id, change.incident);
      wrong ||= verdict.wrong;
      const unseen = !change.incident || tiles.at(change.incident.position) === null;
      if (change.asked && (verdict.settled || (unseen && change.born === change.sequence) || tiles.oldest === null)) this.changes.delete(change.id);
    }
    this.cover(covered);
    this.glide(beside, tiles);
    this.show(beside);
    if (!this.changes.size) this.clock.stop();
    else if (feed.peek().connection.kind === 'live') this.clock.want(this.changes.size > mostChanges ? 'now' : wrong ? 'soon' : 'later', this.map.isSourceLoaded('incidents'));
  }

  private cover(next: ReadonlySet<string>): void {
    const at = (id: string): { source: string; sourceLayer: string; id: string } => ({ source: 'incidents', sourceLayer: 'incidents', id });
    for (const id of next) if (!this.covered.has(id)) this.map.setFeatureState(at(id), { hidden: true });
    for (const id of this.covered) if (!next.has(id)) this.map.removeFeatureState(at(id), 'hidden');
    this.covered.clear();
    for (const id of next) this.covered.add(id);
  }

  /** Marks that are drawn alone before and after slide from one place to the other. */
  private glide(next: ReadonlyMap<string, Incident>, tiles: SeenTiles): void {
    if (this.map.getZoom() < aloneFrom) return;
    for (const [id, incident] of next) {
      const known = this.drawn.get(id);
      if (known === incident) continue;
      const from = known?.position ?? tiles.place(id);
      if (from && apart(from, incident.position)) this.glides.start(incident, from);
    }
  }

  private show(next: Map<string, Incident>): void {
    // Drawing the source anew takes a while; what the tiles have by now must not be seen beside them meanwhile.
    for (const id of this.drawn.keys()) if (!next.has(id)) this.map.setFeatureState({ source: 'live', id }, { hidden: true });
    for (const [id, incident] of next) {
      if (this.glides.has(id)) this.map.setFeatureState({ source: 'live', id }, { hidden: true });
      else if (!this.drawn.has(id)) this.map.removeFeatureState({ source: 'live', id }, 'hidden');
      this.dirty ||= this.drawn.get(id) !== incident;
    }
    this.dirty ||= this.drawn.size !== next.size;
    this.drawn = next;
    this.flush();
  }

  private flush(): void {
    const source = this.map.getSource('live') as GeoJSONSource | undefined;
    if (!source || !this.dirty || this.drawing) return;
    this.dirty = false;
    this.drawing = true;
    source.setData({ type: 'FeatureCollection', features: [...this.drawn.values()].filter((incident) => incident.position).map(toFeature) });
    // Only after the last flush was drawn: a queue of drawings would lag behind the city.
    this.map.once('render', () => {
      this.drawing = false;
      this.flush();
    });
    this.map.triggerRepaint();
  }
}

function toFeature(incident: Incident): GeoJSON.Feature {
  const { id, type, title, severity, state, overdue, dueSoon, acknowledged } = incident;
  return {
    type: 'Feature', id, properties: { id, type, title, severity, state, overdue, dueSoon, acknowledged },
    geometry: { type: 'Point', coordinates: [incident.position.lon, incident.position.lat] },
  };
}
