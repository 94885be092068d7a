import type { District } from '../api/types';

/** What the wall shows for a while. */
export type Scene = { kind: 'city' } | { kind: 'theme'; figure: 'open' | 'overdue' } | { kind: 'district'; id: string };

const mostDistricts = 8;

/** One round: the city, its themes, then the districts that need people most. A quiet district does not take the wall's time. */
export function scenesOf(districts: readonly District[]): Scene[] {
  const busy = districts
    .filter((district) => district.counts.open > 0)
    .sort((a, b) => b.counts.overdue - a.counts.overdue || b.counts.open - a.counts.open || (a.id < b.id ? -1 : 1))
    .slice(0, mostDistricts);
  return [
    { kind: 'city' }, { kind: 'theme', figure: 'open' }, { kind: 'theme', figure: 'overdue' },
    ...busy.map(({ id }): Scene => ({ kind: 'district', id })),
  ];
}

/** Seconds each is shown, from the address (`pace`); from 5 to 300, else 20. */
export function paceOf(params: URLSearchParams): number {
  const pace = Number(params.get('pace'));
  return pace >= 5 && pace <= 300 ? Math.round(pace) : 20;
}
