import { computed, effect, signal, untracked } from '@preact/signals';
import type { Incident, IncidentCounts, IncidentPage } from '../api/types';
import { request } from '../api/request';
import { addressQuery, emptyQuery, queryParams, type IncidentQuery, type IncidentSort } from '../query/incidentQuery';
import { readSort } from '../query/sortParam';
import { placeInOrder } from '../query/inOrder';
import { mergeList } from '../query/mergeList';
import { onFeed } from './feed';
import { asOf } from './view';

/** The one query behind list, counts and map tiles. */
export const query = signal<IncidentQuery>(addressQuery(new URLSearchParams(location.search)));
export const sort = signal<IncidentSort>(readSort(new URLSearchParams(location.search)));
/** The query the list has an answer to. */
const answered = signal(query.peek());
/**
 * What the map is asked for: it shows its own extent anyhow, and must not lose what lies beside it while it moves. It follows the list, whose
 * rows would otherwise wait behind the drawing of the map.
 */
export const mapQuery = computed<IncidentQuery>(() => (answered.value.box ? { ...answered.value, box: null } : answered.value));

export interface IncidentList {
  items: Incident[];
  matched: number;
  next: string | null;
  loading: 'first' | 'more' | null;
  error: unknown;
}
const fresh: IncidentList = { items: [], matched: 0, next: null, loading: 'first', error: null };
export const list = signal<IncidentList>(fresh);

/** Incidents that began to match while the reader was further down; shown when they ask, so that nothing jumps. */
export const waiting = signal<Incident[]>([]);
/** Whether the list is at its top, where new rows may simply appear. */
export const atTop = signal(true);

/** Figures of the whole city, whatever the list is filtered by. Drills are in none of them. */
export const cityCounts = signal<IncidentCounts | null>(null);
export const hasFilter = computed(() => queryParams(query.value).size > 0);

const pageSize = 100;
let asked = 0;

export function setQuery(change: Partial<IncidentQuery>): void {
  query.value = { ...query.value, ...change };
}

export function clearQuery(): void {
  query.value = emptyQuery;
}

/** Loads the first page. While it loads the old rows stay, so that nothing flickers. */
export async function loadIncidents(keep = false): Promise<void> {
  const turn = ++asked;
  list.value = keep ? { ...list.value, error: null } : { ...list.value, loading: 'first', error: null };
  waiting.value = [];
  const wanted = query.value;
  const params = queryParams(wanted, asOf.value);
  params.set('sort', sort.value);
  params.set('limit', String(pageSize));
  try {
    const page = await request<IncidentPage>(`/api/incidents?${params}`);
    if (turn === asked) list.value = { items: page.items, matched: page.numberMatched, next: page.next, loading: null, error: null };
  } catch (error) {
    if (turn === asked) list.value = { ...list.value, loading: null, error };
  }
  if (turn === asked) answered.value = wanted;
}

export async function loadMore(): Promise<void> {
  const before = list.value;
  if (!before.next || before.loading) return;
  const turn = asked;
  list.value = { ...before, loading: 'more' };
  const params = queryParams(query.value, asOf.value);
  params.set('sort', sort.value);
  params.set('limit', String(pageSize));
  params.set('after', before.next);
  try {
    const page = await request<IncidentPage>(`/api/incidents?${params}`);
    if (turn !== asked) return;
    const known = new Set(list.value.items.map((item) => item.id));
    const items = [...list.value.items, ...page.items.filter((item) => !known.has(item.id))];
    list.value = { items, matched: page.numberMatched, next: page.next, loading: null, error: null };
  } catch (error) {
    if (turn === asked) list.value = { ...list.value, loading: null, error };
  }
}

export async function loadCounts(): Promise<void> {
  const params = new URLSearchParams({ by: 'state', exercise: 'false' });
  if (asOf.value) params.set('asOf', asOf.value);
  cityCounts.value = await request<IncidentCounts>(`/api/incidents/counts?${params}`);
}

/** Shows the incidents that were held back, where the order puts them. */
export function showWaiting(): void {
  const items = waiting.value;
  waiting.value = [];
  list.value = { ...list.value, items: placeInOrder(list.value.items, items, sort.value, false).items };
}

let recountTimer: ReturnType<typeof setTimeout> | undefined;

/** Asks the server how many match, at most once a second: changed incidents of pages not loaded yet may have matched before. */
function recount(): void {
  recountTimer ??= setTimeout(() => {
    recountTimer = undefined;
    const turn = asked;
    const params = queryParams(query.value, asOf.value);
    params.set('limit', '1');
    request<IncidentPage>(`/api/incidents?${params}`).then(({ numberMatched }) => {
      if (turn === asked) list.value = { ...list.value, matched: Math.max(list.value.items.length, numberMatched) };
    }, () => undefined);
  }, 1000);
}

/** Takes a changed incident into the list at once, for instance the answer to one's own move. */
export function takeIncidents(changed: Incident[], gone: readonly string[] = []): void {
  const merged = mergeList({
    items: list.value.items, waiting: waiting.value, changed, gone, query: query.value, sort: sort.value, more: list.value.next !== null, atTop: atTop.value,
  });
  list.value = { ...list.value, items: merged.items, matched: Math.max(merged.items.length, list.value.matched + merged.matchedChange) };
  waiting.value = merged.waiting;
  if (merged.unsure) recount();
}

/** Keeps list and counts in step with query, time and feed. */
export function keepIncidents(): void {
  effect(() => {
    void [query.value, sort.value, asOf.value];
    untracked(() => void loadIncidents());
  });
  effect(() => {
    void asOf.value;
    untracked(() => void loadCounts().catch(() => undefined));
  });
  let countsTimer: ReturnType<typeof setTimeout> | undefined;
  onFeed((messages) => {
    if (messages.some((message) => message.kind === 'reload')) void loadIncidents(true);
    const changed = messages.flatMap((message) => (message.kind === 'incident' ? [message.incident] : []));
    const gone = messages.flatMap((message) => (message.kind === 'gone' && message.layer === 'incidents' ? [message.id] : []));
    if (changed.length || gone.length) takeIncidents(changed, gone);
    countsTimer ??= setTimeout(() => {
      countsTimer = undefined;
      loadCounts().catch(() => undefined);
    }, 1000);
  });
}
