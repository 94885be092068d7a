import { signal } from '@preact/signals';
import type { Incident, IncidentCounts, IncidentPage } from '../api/types';
import { request } from '../api/request';
import { onFeed } from '../state/feed';

export const wallCounts = signal<IncidentCounts | null>(null);
export const worst = signal<Incident[] | null>(null);
export const newest = signal<Incident | null>(null);
/** When the figures were last read, in milliseconds. */
export const readAt = signal<number | null>(null);

const soonMilliseconds = 2000;
const anywayMilliseconds = 30_000;
const mostWorst = 5;

/** Drills are seen on the map but counted nowhere. */
async function read(): Promise<void> {
  const [counts, severe, latest] = await Promise.all([
    request<IncidentCounts>('/api/incidents/counts?exercise=false'),
    request<IncidentPage>(`/api/incidents?open=true&exercise=false&sort=-severity&limit=${mostWorst}`),
    request<IncidentPage>('/api/incidents?exercise=false&sort=-recordedAt&limit=1'),
  ]);
  wallCounts.value = counts;
  worst.value = severe.items;
  newest.value = latest.items[0] ?? null;
  readAt.value = Date.now();
}

/** Keeps the wall's figures in step with the feed; while the server is away the last ones stay. */
export function keepWall(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      read().catch(() => undefined);
    }, soonMilliseconds);
  };
  onFeed(soon);
  setInterval(soon, anywayMilliseconds);
  read().catch(() => undefined);
}
