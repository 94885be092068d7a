import type { Facility, Incident } from '../api/types';

/** What the rest of the page hears from the feed. */
export type FeedMessage =
  | { kind: 'incident'; sequence: number; incident: Incident }
  | { kind: 'facility'; sequence: number; facility: Facility }
  | { kind: 'layer'; sequence: number; layer: string }
  | { kind: 'gone'; sequence: number; layer: string; id: string }
  | { kind: 'notice'; district: string; sequence: number; data: Record<string, unknown> }
  | { kind: 'reload' };

/** Reads one `feature` event of the server. */
export function readFeature(value: unknown): FeedMessage | null {
  const data = value as { layer: string; seq: number; feature: unknown };
  if (data.layer === 'incidents') return { kind: 'incident', sequence: data.seq, incident: data.feature as Incident };
  if (data.layer === 'facilities') return { kind: 'facility', sequence: data.seq, facility: data.feature as Facility };
  return { kind: 'layer', sequence: data.seq, layer: data.layer };
}
