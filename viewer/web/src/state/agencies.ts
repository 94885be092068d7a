import type { IncidentCounts } from '../api/types';
import { fold } from '../format/fold';
import { request } from '../api/request';
import { language } from './prefs';

/** The agencies and units that were ever given an incident: those with the most of these types first, then those with the most of all. */
export async function knownAgencies(types: readonly string[] = []): Promise<string[]> {
  const counts = await request<IncidentCounts>('/api/incidents/counts?by=agency,type');
  const known = new Map<string, { own: number; all: number }>();
  for (const { agency, type, count } of counts.rows) {
    if (typeof agency !== 'string' || agency === '') continue;
    const before = known.get(agency) ?? { own: 0, all: 0 };
    known.set(agency, { own: before.own + (types.includes(String(type)) ? Number(count) : 0), all: before.all + Number(count) });
  }
  return [...known].sort(([a, x], [b, y]) => y.own - x.own || y.all - x.all || a.localeCompare(b, language.value)).map(([name]) => name);
}

/** The same, in the reader's order. */
export const agencyNames = async (): Promise<string[]> => (await knownAgencies()).sort((a, b) => a.localeCompare(b, language.value));

/** Those whose name holds every word of `text`, in any case and without diacritics; the order stays. */
export function agenciesLike(names: readonly string[], text: string): string[] {
  const asked = fold(text).split(/\s+/).filter(Boolean);
  return names.filter((name) => asked.every((word) => fold(name).includes(word)));
}
