import { useRef, useState } from 'preact/hooks';
import type { Incident } from '../api/types';
import { Problem } from '../api/problem';
import { isAway } from '../connection/outbox';
import { sendCommand } from '../state/commands';
import { explain } from '../state/explain';
import { words } from '../state/prefs';
import { showToast } from '../state/toasts';
import { knowsWhoActs } from '../state/whoActs';
import { addsOnly, moveName, type Command } from './moveOrder';

export interface MoveState {
  busy: Command | null;
  /** What went wrong with the last move, in words. */
  problem: string;
  /** The incident as it was seen when somebody else moved first. */
  before: Incident | null;
  /** The version the reader's own last move made; 0 before any. */
  own: number;
  /** True when the move was done. What was typed is only thrown away then. */
  run: (command: Command, args?: Record<string, unknown>) => Promise<boolean>;
  dismiss: () => void;
}

/** Sends moves one at a time, and knows what to do when somebody else was first. */
export function useMove(incident: Incident, onChange: (next: Incident) => void): MoveState {
  const [busy, setBusy] = useState<Command | null>(null);
  const [problem, setProblem] = useState('');
  const [before, setBefore] = useState<Incident | null>(null);
  const own = useRef(0);
  const attempt = useRef({ intent: '', key: '' });

  const keyFor = (intent: string): string => {
    if (attempt.current.intent !== intent) attempt.current = { intent, key: crypto.randomUUID() };
    return attempt.current.key;
  };

  const fail = (error: unknown, seen: Incident): void => {
    // It waits in the outbox, and is shown as waiting.
    if (isAway(error)) return;
    if (error instanceof Problem && error.code === 'version_conflict' && error.current) {
      setBefore(seen);
      onChange(error.current);
    } else {
      if (error instanceof Problem && error.allowed) onChange({ ...seen, allowed: error.allowed });
      setProblem(explain(error));
    }
  };

  const run = async (command: Command, args: Record<string, unknown> = {}): Promise<boolean> => {
    if (busy || !(await knowsWhoActs())) return false;
    setBusy(command);
    setProblem('');
    setBefore(null);
    const send = (target: Incident): Promise<Incident> => sendCommand(target, command, args, keyFor(JSON.stringify([target.id, target.version, command, args])));
    if (command === 'acknowledge') onChange({ ...incident, acknowledged: true });
    try {
      let next: Incident;
      try {
        next = await send(incident);
      } catch (error) {
        if (!(addsOnly(command) && error instanceof Problem && error.code === 'version_conflict' && error.current)) throw error;
        next = await send(error.current);
      }
      own.current = next.version;
      onChange(next);
      attempt.current = { intent: '', key: '' };
      showToast({ text: words.value.incident.moves.done(moveName(command, incident.state, words.value)), tone: 'good', stays: 2500, topic: 'move' });
      return true;
    } catch (error) {
      if (command === 'acknowledge') onChange(incident);
      fail(error, incident);
      return false;
    } finally {
      setBusy(null);
    }
  };
  return { busy, problem, before, own: own.current, run, dismiss: () => { setBefore(null); setProblem(''); } };
}
