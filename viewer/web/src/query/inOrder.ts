import type { Incident } from '../api/types';
import type { IncidentSort } from './incidentQuery';

/** What an order goes by, the lowest first; nothing known comes last. */
function rank(incident: Incident, sort: IncidentSort): number {
  switch (sort) {
    case '-recordedAt': return -Date.parse(incident.recordedAt);
    case 'recordedAt': return Date.parse(incident.recordedAt);
    case '-severity': return -incident.severity;
    case 'dueAt': return incident.dueAt === null ? Infinity : Date.parse(incident.dueAt);
    case '-updatedAt': return -Date.parse(incident.updatedAt);
  }
}

interface Ranked { incident: Incident; rank: number }

/** The server's order: equal ones by their id. */
const isBefore = (a: Ranked, b: Ranked): boolean => (a.rank === b.rank ? a.incident.id < b.incident.id : a.rank < b.rank);

/** Where it belongs among the rows. Rows that changed where they stand may be out of order by now: the place with the fewest rows on the wrong side of it. */
function placeOf(added: Ranked, rows: readonly Ranked[]): number {
  let [place, fewest, wrong] = [0, 0, 0];
  rows.forEach((row, at) => {
    wrong += isBefore(row, added) ? -1 : 1;
    if (wrong < fewest) [place, fewest] = [at + 1, wrong];
  });
  return place;
}

/** The rows with others added where the order puts them. Those that come after the last row are left to its next page, when there is one. */
export function placeInOrder(rows: readonly Incident[], added: Iterable<Incident>, sort: IncidentSort, more: boolean): { items: Incident[]; placed: Incident[] } {
  const ranked = rows.map((incident) => ({ incident, rank: rank(incident, sort) }));
  const placed: Incident[] = [];
  for (const incident of added) {
    const one = { incident, rank: rank(incident, sort) };
    const place = placeOf(one, ranked);
    if (more && place === ranked.length) continue;
    ranked.splice(place, 0, one);
    placed.push(incident);
  }
  return { items: ranked.map((row) => row.incident), placed };
}
