import { Problem } from '../api/problem';
import { words } from './prefs';
import { asOf } from './view';

/** A failure in the reader's words: what happened and what to do. Never the server's English text. */
export function explain(error: unknown): string {
  const errors = words.value.errors;
  if (!(error instanceof Problem)) return errors.server;
  if (error.status === 0) return errors.network;
  if (error.status === 404) return asOf.value ? words.value.time.notYet : errors.notFound;
  if (error.status === 413) return errors.tooMuch;
  if (error.status === 429 || error.status === 503) return errors.busy;
  if (error.status >= 500) return errors.server;
  if (error.code === 'not_allowed') return words.value.incident.conflict.notAllowed;
  return errors.refused;
}
