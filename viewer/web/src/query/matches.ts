import type { Bounds, Incident, Position } from '../api/types';
import { fold } from '../format/fold';
import type { IncidentQuery } from './incidentQuery';
import { spanMilliseconds } from './span';

/** Whether an incident of the live feed belongs to the query, by the server's rules. */
export function matches(incident: Incident, query: IncidentQuery, now = Date.now()): boolean {
  const within = <T>(values: readonly T[], value: T): boolean => values.length === 0 || values.includes(value);
  const same = (wanted: boolean | null, value: boolean): boolean => wanted === null || wanted === value;
  return within(query.types, incident.type)
    && within(query.states, incident.state)
    && within(query.severities, incident.severity)
    && (query.districts.length === 0 || (incident.district !== null && query.districts.includes(incident.district.id)))
    && (query.agencies.length === 0 || (incident.agency !== null && query.agencies.includes(incident.agency)))
    && (query.box === null || isInside(incident.position, query.box))
    && same(query.exercise, incident.exercise)
    && hasAge(now - Date.parse(incident.recordedAt), query)
    && isSince(incident.occurredAt, query.occurredSince)
    && isSince(incident.updatedAt, query.updatedSince)
    && isSince(incident.closedAt, query.closedSince)
    && same(query.open, incident.open)
    && same(query.overdue, incident.overdue)
    && same(query.acknowledged, incident.acknowledged)
    && hasText(incident, query.text);
}

/** The box may lie across the antimeridian; its edges belong to it. */
function isInside({ lon, lat }: Position, [west, south, east, north]: Bounds): boolean {
  return lat >= south && lat <= north && (west <= east ? lon >= west && lon <= east : lon >= west || lon <= east);
}

function hasAge(age: number, query: IncidentQuery): boolean {
  const [least, most] = [spanMilliseconds(query.minAge), spanMilliseconds(query.maxAge)];
  return (least === null || age > least) && (most === null || age <= most);
}

const isSince = (at: string | null, since: string): boolean => !since || (at !== null && Date.parse(at) >= Date.parse(since));

function hasText(incident: Incident, text: string): boolean {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (!words.length) return true;
  const haystack = fold(`${incident.title} ${incident.description ?? ''} ${incident.address ?? ''}`);
  return words.every((word) => haystack.includes(word));
}
