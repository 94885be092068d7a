import type { Incident } from '../../api/types';
import type { Words } from '../../i18n/words';
import { neededFirst } from './bulkMoves';
import type { BulkCommand } from './sendBulk';

export interface BulkProblem { code: string; current?: Incident }

/** The answer of `POST /api/incidents/commands`: each incident is decided by itself. */
export interface BulkAnswer { done: number; items: Array<{ id: string; done: boolean; incident?: Incident; problem?: BulkProblem }> }

export interface Refusal { incident: Incident; why: string }

export interface BulkResult {
  done: Incident[];
  refused: Refusal[];
}

/** What became of the chosen ones: those done, and those not done with the reason in the reader's words. A refused one is shown as it is by now. */
export function bulkResult(chosen: ReadonlyMap<string, Incident>, answer: BulkAnswer, words: Words, command: BulkCommand): BulkResult {
  const done: Incident[] = [];
  const refused: Refusal[] = [];
  for (const item of answer.items) {
    const seen = chosen.get(item.id);
    if (item.done && item.incident) done.push(item.incident);
    else if (seen) {
      const incident = { ...seen, ...item.problem?.current };
      refused.push({ incident, why: refusalText(item.problem?.code ?? '', words, neededFirst(command, incident.state)) });
    }
  }
  return { done, refused };
}

/** A refusal in plain words; one this page does not know says that it was not done. */
export function refusalText(code: string, words: Words, first: 'receive' | 'reopen' | null = null): string {
  const w = words.bulk.refusals;
  switch (code) {
    case 'version_conflict': return w.changed;
    case 'not_allowed': return first ? w.first[first] : w.notAllowed;
    case 'nothing_to_change': return w.nothing;
    case 'not_found': return w.gone;
    case 'busy':
    case 'store_unavailable': return w.busy;
    default: return w.other;
  }
}
