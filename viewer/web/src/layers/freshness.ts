import type { Layer } from '../api/types';

/** How far a layer can be trusted to be of today. Nothing known is never the same as nothing there. */
export type Freshness = 'none' | 'live' | 'fresh' | 'stale' | 'undated';

const dayMilliseconds = 86_400_000;
const duration = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** How often a layer is said to be renewed, in milliseconds; null when it does not say. ISO 8601 durations, months of 31 days. */
export function cadence(text: string | null): number | null {
  const match = text ? duration.exec(text) : null;
  if (!match || text === 'P') return null;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return (years * 366 + months * 31 + weeks * 7 + days + hours / 24 + minutes / 1440) * dayMilliseconds || null;
}

/** What the badge of a layer says at a moment. */
export function freshness(layer: Pick<Layer, 'count' | 'live' | 'updatedAt' | 'cadence'>, now: number): Freshness {
  if (!layer.count) return 'none';
  if (layer.live) return 'live';
  if (!layer.updatedAt) return 'undated';
  const every = cadence(layer.cadence);
  return every !== null && now - Date.parse(layer.updatedAt) > every ? 'stale' : 'fresh';
}
