import type { HistoryEntry } from '../api/types';

/** A time in which a facility had one status; moments in milliseconds. */
export interface StatusSpan { status: string; from: number; to: number }

const tells = (entry: HistoryEntry): string | null =>
  entry.kind === 'facility.defined' || entry.kind === 'facility.status_changed' ? String(entry.data['status'] ?? '') || null : null;

/** The statuses of a facility between two moments, oldest first, from its entries (oldest first). Before it was known there is none. */
export function statusSpans(entries: readonly HistoryEntry[], from: number, to: number): StatusSpan[] {
  const spans: StatusSpan[] = [];
  for (const entry of entries) {
    const status = tells(entry);
    const at = Date.parse(entry.occurredAt);
    const last = spans.at(-1);
    if (!status || at >= to || last?.status === status) continue;
    if (last) last.to = at;
    spans.push({ status, from: at, to });
  }
  return spans.filter((span) => span.to > from && span.to > span.from).map((span) => ({ ...span, from: Math.max(span.from, from) }));
}

/** The share of a known time in which it worked as it should, 0 to 1; null when nothing is known. "Unknown" is not known. */
export function availability(spans: readonly StatusSpan[]): number | null {
  const known = spans.filter((span) => span.status !== 'Unknown');
  const length = (some: readonly StatusSpan[]): number => some.reduce((sum, span) => sum + span.to - span.from, 0);
  const all = length(known);
  return all > 0 ? length(known.filter((span) => span.status === 'Working')) / all : null;
}
