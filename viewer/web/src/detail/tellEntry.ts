import type { HistoryEntry } from '../api/types';
import type { Words } from '../i18n/words';

export interface Told { who: string; what: string; quote: string | null }

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value : null);

/** What an entry is told with: the entries it stands among, and the names of facilities. */
export interface Telling { entries: readonly HistoryEntry[]; facility: (id: string) => string }

/** One entry of the journal as a sentence a person would say. A kind this page does not know reads as "updated it". */
export function tellEntry(entry: HistoryEntry, words: Words, { entries, facility }: Telling = { entries: [], facility: (id) => id }): Told {
  const h = words.incident.history;
  const who = !entry.actor || entry.actor === 'anonymous' ? h.anonymous : entry.actor === 'citymap' || entry.actor === 'system' ? h.system : entry.actor;
  const { data } = entry;
  const told = (what: string, quote: unknown = null): Told => ({ who, what, quote: text(quote) });
  switch (entry.kind) {
    case 'incident.reported': return told(h.reported);
    case 'incident.received': return told(h.received);
    case 'incident.assigned': return told(h.assigned(text(data['agency']) ?? '…'));
    case 'incident.started': return told(h.started);
    case 'incident.fix_claimed': return told(h.fixClaimed, data['note']);
    case 'incident.fix_verified': return told(h.fixVerified, data['note']);
    case 'incident.closed': return told(h.closed);
    case 'incident.rejected': return told(h.rejected, data['reason']);
    case 'incident.reopened': return told(h.reopened, data['reason']);
    case 'incident.corrected': return told(h.corrected(correctedFields(data, words)), data['title']);
    case 'incident.moved': return told(h.moved);
    case 'incident.footprint_drawn': return told(data['geometry'] ? h.footprint : h.wiped);
    case 'incident.noted': return told(h.noted, data['text']);
    case 'incident.acknowledged': return told(h.acknowledged);
    case 'incident.facility_linked': {
      const linked = text(data['facility']);
      return told(linked ? h.linked(facility(linked)) : h.unlinked(facility(linkedBefore(entry, entries) ?? '…')));
    }
    default: return told(h.other);
  }
}

/** Which facility the incident was linked to before an entry: one that takes the link back does not say it. */
function linkedBefore(entry: HistoryEntry, entries: readonly HistoryEntry[]): string | null {
  const earlier = entries.filter((other) => other.version < entry.version && (other.kind === 'incident.facility_linked' || other.kind === 'incident.reported'));
  return text(earlier.sort((a, b) => b.version - a.version)[0]?.data['facility']);
}

function correctedFields(data: Record<string, unknown>, words: Words): string {
  const f = words.incident.fields;
  const names = { type: f.type, severity: f.severity, title: f.title, description: f.description };
  const changed = Object.entries(names).filter(([field]) => data[field] !== undefined && data[field] !== null).map(([, name]) => name.toLowerCase());
  return changed.join(', ');
}
