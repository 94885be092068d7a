import { useEffect, useRef, useState } from 'preact/hooks';
import type { HistoryEntry, Incident } from '../api/types';
import { findFocus } from '../aids/keepFocusFound';
import { waitingMoves } from '../connection/waitingMoves';
import { moveForm, moveRequest } from '../state/moveRequest';
import { words } from '../state/prefs';
import { asOf } from '../state/view';
import { tool } from '../state/draft';
import { Icon } from '../ui/Icon';
import { ConflictCard } from './ConflictCard';
import { CorrectForm } from './CorrectForm';
import { LinkFacility } from './LinkFacility';
import { moveKeys } from './moveKeys';
import { moveIcons, moveName, orderMoves, type Command } from './moveOrder';
import { NoteBox } from './NoteBox';
import { ReasonForm } from './ReasonForm';
import { useMove } from './useMove';

/** Moves that need an answer first. */
const asking: readonly Command[] = ['assign', 'reject', 'reopen', 'claimFix', 'correct', 'linkFacility'];

/** The allowed moves: the next step first, the rest beside it, tools below; and the note box. */
export function Moves({ incident, entries, onChange }: { incident: Incident; entries: readonly HistoryEntry[]; onChange: (next: Incident) => void }) {
  const w = words.value.incident.moves;
  const move = useMove(incident, onChange);
  // A tool stays in hand while the incident changes under it: what it saves goes to the incident as it is by then.
  const latest = useRef(move.run);
  latest.current = move.run;
  const runLatest: Run = (command, args) => latest.current(command, args);
  const [open, setOpen] = useState<Command | null>(null);
  // What the reader had before them when a form opened: what others did since is told while they write.
  const closed = useRef<Command | null>(null);
  useEffect(() => {
    const command = closed.current;
    if (command && open === null) findFocus(() => document.querySelector<HTMLElement>(`.moves [data-move="${command}"]:not(:disabled)`));
    closed.current = open;
    moveForm.value = open === null ? null : () => setOpen(null);
    return () => { moveForm.value = null; };
  }, [open]);
  const [begun, setBegun] = useState<Incident | null>(null);
  const order = orderMoves(incident.allowed ?? [], incident.state, incident.acknowledged);
  const past = asOf.value !== null;
  const waiting = waitingMoves(incident.id);

  const press = (command: Command): void => {
    if (waiting.includes(command)) return;
    if (asking.includes(command)) {
      setOpen(open === command ? null : command);
      setBegun(incident);
    } else if (command === 'move') startMove(incident, runLatest);
    else if (command === 'drawFootprint') startDraw(incident, runLatest);
    else void move.run(command).then(() => findFocus());
  };
  useEffect(() => {
    const asked = moveRequest.value;
    if (asked?.id !== incident.id || !incident.allowed) return;
    // Taken away first: a key is one intent, and says nothing about the next incident that is opened.
    moveRequest.value = null;
    if (past || ![order.primary, ...order.secondary, ...order.tools].includes(asked.command) || waiting.includes(asked.command)) return;
    if (asked.args) void move.run(asked.command, asked.args);
    else press(asked.command);
  }, [moveRequest.value, incident.allowed]);
  const overtaken = move.before ?? (open !== null && move.busy === null && begun && Math.max(begun.version, move.own) < incident.version ? begun : null);
  if (past) return <p class="moves-past">{w.past}</p>;
  const answer = (command: Command) => async (args: Record<string, unknown>): Promise<boolean> => {
    // Whoever sends now has been told of what stands in the card.
    setBegun(incident);
    const done = await move.run(command, args);
    if (done || waitingMoves(incident.id).includes(command)) setOpen(null);
    return done;
  };
  const button = (command: Command, kind: string) => (
    <button type="button" key={command} class={`button ${kind}`} disabled={move.busy !== null || waiting.includes(command)} aria-expanded={asking.includes(command) ? open === command : undefined}
      data-move={command} onClick={() => press(command)}>
      <Icon name={moveIcons[command]} size={18} />{moveName(command, incident.state, words.value)}{moveKeys[command] && <kbd>{moveKeys[command].toUpperCase()}</kbd>}
    </button>
  );
  return (
    <section class="moves" aria-label={w.title}>
      {overtaken && <ConflictCard before={overtaken} after={incident} entries={entries} kept={open !== null} onDismiss={() => { move.dismiss(); setBegun(incident); }} />}
      {move.problem && <p class="problem" role="alert"><Icon name="alert" size={18} />{move.problem}</p>}
      {waiting.length > 0 && <p class="moves-waiting" role="status"><Icon name="clock" size={18} />{words.value.connection.waitingMoves(waiting.map((command) => moveName(command, incident.state, words.value)).join(', '))}</p>}
      {order.primary && button(order.primary, 'button-primary button-wide')}
      <div class="moves-row">{order.secondary.map((command) => button(command, ''))}</div>
      {open === 'correct' && <CorrectForm incident={incident} busy={move.busy !== null} onSend={answer('correct')} onCancel={() => setOpen(null)} />}
      {open === 'linkFacility' && <LinkFacility incident={incident} busy={move.busy !== null} onChoose={(facility) => void answer('linkFacility')({ facility })} onCancel={() => setOpen(null)} />}
      {(open === 'assign' || open === 'reject' || open === 'reopen' || open === 'claimFix') && (
        <ReasonForm key={open} id={incident.id} type={incident.type} command={open} busy={move.busy !== null} onSend={answer(open)} onCancel={() => setOpen(null)} />
      )}
      {order.tools.length > 0 && <div class="moves-row moves-tools">{order.tools.map((command) => button(command, 'button-quiet'))}</div>}
      {!order.primary && !order.secondary.length && !order.tools.length && incident.allowed && <p class="field-hint">{w.none}</p>}
      {incident.allowed?.includes('note') && <NoteBox id={incident.id} busy={move.busy !== null} waits={waiting.includes('note')} onSend={(text) => move.run('note', { text })} />}
    </section>
  );
}

type Run = (command: Command, args?: Record<string, unknown>) => Promise<boolean>;

function startMove(incident: Incident, run: Run): void {
  tool.value = {
    kind: 'movePin', position: incident.position,
    save: (position) => void run('move', { position }).then((done) => { if (done) tool.value = null; }),
  };
}

function startDraw(incident: Incident, run: Run): void {
  tool.value = {
    kind: 'draw', shape: 'Polygon', points: [],
    ...(incident.footprint ? { wipe: () => void run('drawFootprint', { footprint: null }).then((done) => { if (done) tool.value = null; }) } : {}),
    save: (footprint) => void run('drawFootprint', { footprint }).then((done) => { if (done) tool.value = null; }),
  };
}
