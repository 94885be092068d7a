import type { Words } from '../i18n/words';

/** Who did something, in the reader's words: a machine's or a missing name is never shown raw. */
export function personName(actor: string, words: Words): string {
  const h = words.incident.history;
  if (!actor || actor === 'anonymous') return h.anonymous;
  return actor === 'citymap' || actor === 'system' ? h.system : actor;
}
