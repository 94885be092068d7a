import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Incident } from '../../api/types';
import type { IncidentQuery } from '../../query/incidentQuery';
import { matches } from '../../query/matches';

/** The live source stays this small; beyond it the tiles are read again, which empties it. */
const mostFeatures = 8000;
/** At most one drawing of the live source in this time. */
const flushMilliseconds = 300;
/** Changes this old are handed over to the tiles. */
const refreshMilliseconds = 8_000;

/**
 * Changed incidents between two readings of the tiles: drawn from a small live source, while their marks in the tiles are hidden by feature
 * state. When many have piled up, or some time has passed, the tiles are read again and what they then hold leaves the live source.
 */
export class LiveIncidents {
  private readonly live = new Map<string, Incident>();
  private readonly hidden = new Map<string, number>();
  private flushTimer: ReturnType<typeof setTimeout> | undefined;
  private refreshTimer: ReturnType<typeof setTimeout> | undefined;
  private drawing = false;
  private refreshing = false;
  private dirty = false;
  private round = 0;

  constructor(private readonly map: MapLibreMap, private query: IncidentQuery) {}

  /** Takes changes of the feed: an incident that left the query is hidden wherever it is drawn. */
  take(changed: readonly Incident[], gone: readonly string[]): void {
    for (const incident of changed) {
      const known = this.live.get(incident.id);
      if (known && known.version > incident.version) continue;
      if (matches(incident, this.query)) this.live.set(incident.id, incident);
      else this.live.delete(incident.id);
      this.hide(incident.id);
    }
    for (const id of gone) {
      this.live.delete(id);
      this.hide(id);
    }
    this.schedule();
  }

  /** The tiles are another set now (another query or time): what was live is in them. */
  reset(query: IncidentQuery): void {
    this.query = query;
    this.forget([...this.hidden.keys()]);
    this.live.clear();
    this.schedule();
  }

  /** Reads the tiles again; afterwards everything changed before that moment comes from them. */
  refresh(): void {
    clearTimeout(this.refreshTimer);
    this.refreshTimer = undefined;
    if (!this.hidden.size || this.refreshing || !this.map.getSource('incidents')) return;
    this.refreshing = true;
    const before = ++this.round;
    const read = (event: { sourceId?: string }): void => {
      if (event.sourceId !== 'incidents' || !this.map.isSourceLoaded('incidents')) return;
      this.map.off('sourcedata', read);
      this.refreshing = false;
      this.forget([...this.hidden].filter(([, round]) => round < before).map(([id]) => id));
      this.schedule();
    };
    this.map.refreshTiles('incidents');
    if (this.map.getSource('incident_footprints')) this.map.refreshTiles('incident_footprints');
    this.map.on('sourcedata', read);
  }

  dispose(): void {
    clearTimeout(this.flushTimer);
    clearTimeout(this.refreshTimer);
  }

  private hide(id: string): void {
    this.hidden.set(id, this.round);
    if (this.map.getSource('incidents')) this.map.setFeatureState({ source: 'incidents', sourceLayer: 'incidents', id }, { hidden: true });
  }

  private forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.hidden.delete(id);
      this.live.delete(id);
      if (this.map.getSource('incidents')) this.map.removeFeatureState({ source: 'incidents', sourceLayer: 'incidents', id }, 'hidden');
    }
  }

  private schedule(): void {
    this.dirty = true;
    this.flushTimer ??= setTimeout(() => this.flush(), flushMilliseconds);
    if (!this.hidden.size) return;
    if (this.live.size > mostFeatures) this.refresh();
    else this.refreshTimer ??= setTimeout(() => this.refresh(), refreshMilliseconds);
  }

  private flush(): void {
    this.flushTimer = undefined;
    const source = this.map.getSource('live') as GeoJSONSource | undefined;
    if (!source || this.drawing) {
      // Only after the last flush was drawn: a queue of drawings would lag behind the city.
      this.flushTimer = setTimeout(() => this.flush(), flushMilliseconds);
      return;
    }
    if (!this.dirty) return;
    this.dirty = false;
    this.drawing = true;
    source.setData({ type: 'FeatureCollection', features: [...this.live.values()].filter((incident) => incident.position).map(toFeature) });
    this.map.once('render', () => (this.drawing = false));
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
