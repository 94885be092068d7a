import { useRef, useState } from 'preact/hooks';
import { explain } from '../../state/explain';
import { takeIncidents } from '../../state/incidents';
import { words } from '../../state/prefs';
import { knowsWhoActs } from '../../state/whoActs';
import { bulkResult, type BulkResult } from './bulkOutcome';
import { anchor, selection } from './selection';
import { sendBulk, type BulkCommand } from './sendBulk';

export interface BulkState {
  busy: BulkCommand | null;
  /** The last command and what became of it. */
  result: (BulkResult & { command: BulkCommand }) | null;
  /** Why nothing of it may have happened, in words. */
  problem: string;
  run: (command: BulkCommand, args?: Record<string, unknown>) => Promise<boolean>;
  dismiss: () => void;
}

/** Sends one command for what is chosen. Afterwards what was refused is still chosen, so that it can be looked at and tried again. */
export function useBulk(): BulkState {
  const [busy, setBusy] = useState<BulkCommand | null>(null);
  const [result, setResult] = useState<BulkState['result']>(null);
  const [problem, setProblem] = useState('');
  const attempt = useRef({ intent: '', key: '' });

  const run = async (command: BulkCommand, args: Record<string, unknown> = {}): Promise<boolean> => {
    const chosen = selection.value;
    if (busy || !chosen.size || !(await knowsWhoActs())) return false;
    const intent = JSON.stringify([command, args, [...chosen.values()].map((incident) => [incident.id, incident.version])]);
    // The same try under the same key: after a lost answer it is done once.
    if (attempt.current.intent !== intent) attempt.current = { intent, key: crypto.randomUUID() };
    setBusy(command);
    setProblem('');
    setResult(null);
    try {
      const outcome = bulkResult(chosen, await sendBulk([...chosen.values()], command, args, attempt.current.key), words.value, command);
      takeIncidents([...outcome.done, ...outcome.refused.map((refusal) => refusal.incident)]);
      selection.value = new Map(outcome.refused.map((refusal) => [refusal.incident.id, refusal.incident]));
      anchor.value = null;
      setResult({ ...outcome, command });
      return true;
    } catch (error) {
      setProblem(explain(error));
      return false;
    } finally {
      setBusy(null);
    }
  };
  return { busy, result, problem, run, dismiss: () => { setResult(null); setProblem(''); } };
}
