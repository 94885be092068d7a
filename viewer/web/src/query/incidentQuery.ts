import type { Bounds } from '../api/types';
import { spanMilliseconds } from './span';

/** What the list, the counts and the map's tiles are asked for: one object, so that they can never disagree. */
export interface IncidentQuery {
  types: string[];
  states: string[];
  severities: number[];
  districts: string[];
  /** By name. */
  agencies: string[];
  /** Null: either. */
  open: boolean | null;
  overdue: boolean | null;
  acknowledged: boolean | null;
  exercise: boolean | null;
  /** Recorded at least, and at most, so long ago (ISO 8601, as P1D); empty: any. */
  minAge: string;
  maxAge: string;
  /** Happened, changed last, or finished at this moment or after it (ISO 8601 in UTC); empty: any. */
  occurredSince: string;
  updatedSince: string;
  closedSince: string;
  /** Words in title, description or address; accents do not matter. */
  text: string;
  /** Only what lies in this box; null: anywhere. In the console it is what the map shows. */
  box: Bounds | null;
}

export const emptyQuery: IncidentQuery = {
  types: [], states: [], severities: [], districts: [], agencies: [], open: null, overdue: null, acknowledged: null, exercise: null, minAge: '', maxAge: '',
  occurredSince: '', updatedSince: '', closedSince: '', text: '', box: null,
};

/** What a watch starts from: everything still open. */
export const openQuery: IncidentQuery = { ...emptyQuery, open: true };

/** The conditions that begin at a moment. */
export const sinces = ['occurredSince', 'updatedSince', 'closedSince'] as const;

export type IncidentSort = '-recordedAt' | 'recordedAt' | '-severity' | 'dueAt' | '-updatedAt';

export const isEmptyQuery = (query: IncidentQuery): boolean => queryParams(query).size === 0;

/** The query as the server's parameters. Lists are comma-separated, and absent when empty. */
export function queryParams(query: IncidentQuery, asOf: string | null = null): URLSearchParams {
  const params = new URLSearchParams();
  const list = (name: string, values: ReadonlyArray<string | number>): void => {
    if (values.length) params.set(name, values.join(','));
  };
  list('types', query.types);
  list('states', query.states);
  list('severities', query.severities);
  list('districts', query.districts);
  list('agencies', query.agencies);
  if (query.open !== null) params.set('open', String(query.open));
  if (query.overdue !== null) params.set('overdue', String(query.overdue));
  if (query.acknowledged !== null) params.set('acknowledged', String(query.acknowledged));
  if (query.exercise !== null) params.set('exercise', String(query.exercise));
  if (query.minAge) params.set('minAge', query.minAge);
  if (query.maxAge) params.set('maxAge', query.maxAge);
  for (const since of sinces) if (query[since]) params.set(since, query[since]);
  if (query.text.trim()) params.set('q', query.text.trim().normalize('NFC'));
  if (query.box) params.set('bbox', query.box.join(','));
  if (asOf) params.set('asOf', asOf);
  return params;
}

/** The page's address for a query: nothing for the usual one, `all` for the one without any filter. */
export function addressParams(query: IncidentQuery, asOf: string | null): URLSearchParams {
  const params = queryParams(query);
  const text = params.toString();
  if (!text) params.set('all', '');
  else if (text === queryParams(openQuery).toString()) params.delete('open');
  if (asOf) params.set('asOf', asOf);
  return params;
}

/** The query an address stands for. */
export function addressQuery(params: URLSearchParams): IncidentQuery {
  const query = parseQuery(params);
  return isEmptyQuery(query) && !params.has('all') ? openQuery : query;
}

/** West, south, east, north; null when they are no box on the ground. */
function parseBox(text: string | null): Bounds | null {
  const edges = (text ?? '').split(',').map((edge) => (edge.trim() ? Number(edge) : NaN));
  const [west, south, east, north] = edges as [number, number, number, number];
  const inside = edges.length === 4 && Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north;
  return inside ? [west, south, east, north] : null;
}

/** Reads a query back from parameters. What cannot be read is left out. */
export function parseQuery(params: URLSearchParams): IncidentQuery {
  const list = (name: string): string[] => (params.get(name) ?? '').split(',').filter(Boolean);
  const flag = (name: string): boolean | null => {
    const value = params.get(name);
    return value === 'true' ? true : value === 'false' ? false : null;
  };
  const span = (name: string): string => (spanMilliseconds(params.get(name) ?? '') === null ? '' : params.get(name)!);
  const moment = (name: string): string => (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(params.get(name) ?? '') && Number.isFinite(Date.parse(params.get(name)!)) ? params.get(name)! : '');
  return {
    types: list('types'),
    states: list('states'),
    severities: list('severities').map(Number).filter((value) => value >= 1 && value <= 5),
    districts: list('districts'),
    agencies: list('agencies'),
    open: flag('open'),
    overdue: flag('overdue'),
    acknowledged: flag('acknowledged'),
    exercise: flag('exercise'),
    minAge: span('minAge'),
    maxAge: span('maxAge'),
    occurredSince: moment('occurredSince'),
    updatedSince: moment('updatedSince'),
    closedSince: moment('closedSince'),
    text: params.get('q') ?? '',
    box: parseBox(params.get('bbox')),
  };
}
