import type { Incident } from '../api/types';
import type { Words } from '../i18n/words';

export interface Naming { type: (code: string) => string; state: (code: string) => string }

/** What differs between the incident somebody was looking at and the incident as it stands, in words. */
export function describeChanges(before: Incident, after: Incident, words: Words, naming: Naming): string[] {
  const f = words.incident.fields;
  const flags = words.incident.flags;
  const yes = (acknowledged: boolean): string => (acknowledged ? flags.acknowledged : flags.unacknowledged);
  const rows: Array<[string, string, string]> = [
    [f.state, naming.state(before.state), naming.state(after.state)],
    [f.type, naming.type(before.type), naming.type(after.type)],
    [f.severity, String(before.severity), String(after.severity)],
    [f.title, before.title, after.title],
    [f.agency, before.agency ?? '–', after.agency ?? '–'],
    [f.address, before.address ?? '–', after.address ?? '–'],
  ];
  const changes = rows.filter(([, was, is]) => was !== is).map(([field, was, is]) => words.incident.conflict.change(field, was, is));
  if (before.acknowledged !== after.acknowledged) changes.push(yes(after.acknowledged));
  return changes.length ? changes : [words.incident.conflict.other];
}
