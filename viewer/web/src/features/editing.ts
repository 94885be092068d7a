import { signal } from '@preact/signals';
import type { Layer } from '../api/types';
import { Problem } from '../api/problem';
import { layers } from '../state/city';
import { tool } from '../state/draft';
import { explain } from '../state/explain';
import { words } from '../state/prefs';
import { asOf, closeDetail, detail, sheet } from '../state/view';
import { knowsWhoActs } from '../state/whoActs';
import { createFeature } from './featureApi';
import { remember } from './editLog';
import { mapCenter } from '../map/mapHandle';
import { showToast } from '../state/toasts';

/** The layer whose features a click on the map chooses; null when none is being edited. */
export const editing = signal<string | null>(null);

export const editedLayer = (): Layer | undefined => (layers.value ?? []).find((layer) => layer.id === editing.value && layer.editable);

/** Layer and id of a feature, from the one text that is kept in the address. Neither holds a slash. */
export function splitKey(key: string): { layer: string; id: string } {
  const slash = key.indexOf('/');
  return { layer: key.slice(0, slash), id: key.slice(slash + 1) };
}

export function startEditing(layer: string): void {
  if (asOf.value) return;
  editing.value = layer;
  closeDetail();
}

export function stopEditing(): void {
  editing.value = null;
  tool.value = null;
  if (detail.value?.kind === 'feature') closeDetail();
}

export function openFeature(layer: string, id: string): void {
  detail.value = { kind: 'feature', id: `${layer}/${id}` };
  if (sheet.value === 'low') sheet.value = 'half';
}

/** What went wrong with an edit, in the reader's words. */
export function explainEdit(error: unknown): string {
  const w = words.value.feature;
  if (!(error instanceof Problem)) return explain(error);
  if (error.code === 'precondition_failed') return w.stale;
  if (error.code === 'import_under_way') return w.importing;
  if (error.code === 'not_found') return w.gone;
  return error.field?.startsWith('geometry') ? w.badShape : explain(error);
}

export type Drawn = 'Point' | 'LineString' | 'Polygon';

/** What can be drawn into a layer. */
export const drawnBy = (layer: Pick<Layer, 'geometry'>): Drawn[] =>
  ({ Point: ['Point'], Line: ['LineString'], Polygon: ['Polygon'], Any: ['Point', 'LineString', 'Polygon'] } satisfies Record<Layer['geometry'], Drawn[]>)[layer.geometry];

/** Puts a new feature into the hand: a pin to place, or corners to set. */
export function drawNew(layer: Layer, kind: Drawn): void {
  const save = async (geometry: GeoJSON.Geometry): Promise<void> => {
    if (!(await knowsWhoActs())) return;
    await createFeature(layer.id, { geometry, properties: {} }).then(({ feature, tag }) => {
      remember({ layer: layer.id, id: feature.id, before: null, after: feature }, tag);
      openFeature(layer.id, feature.id);
      tool.value = null;
    }, (error: unknown) => showToast({ text: explainEdit(error), tone: 'bad', topic: 'feature' }));
  };
  const w = words.value.feature;
  closeDetail();
  if (kind === 'Point') {
    const position = mapCenter();
    if (position) tool.value = { kind: 'movePin', position, title: w.add[kind], hint: w.placeHint, save: (at) => void save({ type: 'Point', coordinates: [at.lon, at.lat] }) };
  } else {
    tool.value = { kind: 'draw', shape: kind, fixed: true, title: w.add[kind], points: [], save: (geometry) => void save(geometry as GeoJSON.Geometry) };
  }
}
