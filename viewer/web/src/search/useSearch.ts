import { useEffect, useState } from 'preact/hooks';
import type { Incident, IncidentPage } from '../api/types';
import { request } from '../api/request';
import { visibleBounds } from '../map/mapHandle';
import { language } from '../state/prefs';
import { asOf } from '../state/view';
import type { SearchGroup, SearchPage } from './searchTypes';

export interface SearchState { groups: SearchGroup[]; complete: boolean; loading: boolean; error: unknown }

const nothing: SearchState = { groups: [], complete: true, loading: false, error: null };
const pauseMilliseconds = 60;
const most = '14';

/** Asks the server while somebody types; the last answer stays until the next is there, so that nothing flickers. */
export function useSearch(text: string): SearchState {
  const [state, setState] = useState<SearchState>(nothing);
  const wanted = text.trim().normalize('NFC');
  useEffect(() => {
    if (wanted.length < 2) {
      setState(nothing);
      return undefined;
    }
    const abort = new AbortController();
    setState((before) => ({ ...before, loading: true, error: null }));
    const timer = setTimeout(() => {
      find(wanted, abort.signal).then(
        (page) => setState({ ...page, loading: false, error: null }),
        (error: unknown) => { if (!abort.signal.aborted) setState({ ...nothing, error }); },
      );
    }, pauseMilliseconds);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted, language.value, asOf.value]);
  return state;
}

export async function find(wanted: string, signal: AbortSignal): Promise<SearchPage> {
  const params = new URLSearchParams({ q: wanted.slice(0, 200), lang: language.peek(), limit: most });
  // Distances are from the middle of what is seen, not of what lies under panels.
  const view = visibleBounds();
  if (view) params.set('bbox', view.join(','));
  const page = await request<SearchPage>(`/api/search?${params}`, { signal });
  // The index knows the present alone: incidents of the past are asked for as they were.
  return asOf.peek() ? { ...page, groups: [...page.groups.filter((group) => group.kind !== 'incident'), ...await pastIncidents(wanted, signal)] } : page;
}

async function pastIncidents(wanted: string, signal: AbortSignal): Promise<SearchGroup[]> {
  const params = new URLSearchParams({ q: wanted, limit: '6', asOf: asOf.peek() ?? '' });
  const page = await request<IncidentPage>(`/api/incidents?${params}`, { signal });
  if (!page.items.length) return [];
  const item = (incident: Incident): SearchGroup['items'][number] => ({
    id: incident.id, name: incident.title, where: incident.address, code: incident.type, position: incident.position, bounds: null, metres: null, open: incident.open,
  });
  return [{ kind: 'incident', numberMatched: page.numberMatched, items: page.items.map(item) }];
}
