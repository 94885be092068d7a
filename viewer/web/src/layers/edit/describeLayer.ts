import type { Layer } from '../../api/types';
import { Problem } from '../../api/problem';
import { request } from '../../api/request';
import { layers, loadLayers } from '../../state/city';
import { explain } from '../../state/explain';
import { actor, words } from '../../state/prefs';

/** Says something anew about a layer, unless somebody else has just done so. */
export async function describeLayer(layer: Layer, change: Record<string, unknown>): Promise<void> {
  const body = { ...change, expectedVersion: layer.cardVersion ?? 0 };
  try {
    const next = await request<Layer>(`/api/layers/${encodeURIComponent(layer.id)}`, { method: 'PATCH', body, idempotencyKey: crypto.randomUUID(), actor: actor.value });
    layers.value = (layers.value ?? []).map((one) => (one.id === next.id ? next : one));
  } catch (error) {
    if (error instanceof Problem && error.code === 'version_conflict') await loadLayers().catch(() => undefined);
    throw error;
  }
}

/** What went wrong with a description, in the reader's words. */
export const explainDescription = (error: unknown): string =>
  error instanceof Problem && error.code === 'version_conflict' ? words.value.mapping.edit.conflict : explain(error);
