import { Problem, readProblem } from '../api/problem';
import { request } from '../api/request';
import { actor } from '../state/prefs';

export type Value = string | number | boolean | null;

/** A feature of a layer as the server gives it. */
export interface LayerFeature { id: string; geometry: GeoJSON.Geometry | null; properties: Record<string, Value> }

/** A feature and the version it is at. */
export interface Known { feature: LayerFeature; tag: string }

/** One entry of a feature's history. */
export interface FeatureMove {
  version: number;
  kind: string;
  at: string;
  actor: string;
  data: { shape?: 'set' | 'changed' | 'removed'; fields?: Record<string, { from?: Value; to?: Value }> };
}

const addressOf = (layer: string, id?: string): string =>
  `/ogc/collections/${encodeURIComponent(layer)}/items${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;

async function send(path: string, method: string, type: string | null, body: unknown, tag: string | null): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/geo+json' };
  if (type) headers['Content-Type'] = type;
  if (tag) headers['If-Match'] = tag;
  if (method !== 'GET') headers['Idempotency-Key'] = crypto.randomUUID();
  if (method !== 'GET' && actor.value) headers['X-Actor'] = encodeURIComponent(actor.value);
  let response: Response;
  try {
    response = await fetch(path, { method, headers, cache: 'no-store', ...(type ? { body: JSON.stringify(body) } : {}) });
  } catch (error) {
    throw new Problem(0, 'unreachable', String(error));
  }
  if (!response.ok) throw await readProblem(response);
  return response;
}

async function read(response: Response): Promise<Known> {
  const { id, geometry, properties } = (await response.json()) as LayerFeature;
  // A proxy that compresses may weaken the tag; the server wants the strong one.
  return { feature: { id: String(id), geometry, properties: properties ?? {} }, tag: (response.headers.get('ETag') ?? '').replace(/^W\//, '') };
}

/** A feature as it is, or as it was. */
export const readFeature = async (layer: string, id: string, asOf: string | null): Promise<Known> =>
  read(await send(`${addressOf(layer, id)}${asOf ? `?asOf=${encodeURIComponent(asOf)}` : ''}`, 'GET', null, null, null));

/** Changes some of a feature, unless it has changed since `tag`. */
export const patchFeature = async (layer: string, id: string, tag: string, change: { geometry?: GeoJSON.Geometry | null; properties?: Record<string, Value> }): Promise<Known> =>
  read(await send(addressOf(layer, id), 'PATCH', 'application/merge-patch+json', change, tag));

/** Makes a feature; one that is made again keeps its id. */
export const createFeature = async (layer: string, feature: Omit<LayerFeature, 'id'> & { id?: string }): Promise<Known> =>
  read(await send(addressOf(layer), 'POST', 'application/geo+json', { type: 'Feature', ...feature }, null));

export async function removeFeature(layer: string, id: string, tag: string): Promise<void> {
  await send(addressOf(layer, id), 'DELETE', null, null, tag);
}

/** What was done to a feature, newest first. */
export const readMoves = async (layer: string, id: string): Promise<FeatureMove[]> =>
  (await request<{ items: FeatureMove[] }>(`/api/layers/${encodeURIComponent(layer)}/features/${encodeURIComponent(id)}/history`)).items;
