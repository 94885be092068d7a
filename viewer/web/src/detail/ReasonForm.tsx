import { useEffect, useRef, useState } from 'preact/hooks';
import { keptTexts } from '../connection/keptTexts';
import { words } from '../state/prefs';
import { AgencyField } from '../views/AgencyField';

type Asked = 'assign' | 'reject' | 'reopen' | 'claimFix';
const fields: Record<Asked, string> = { assign: 'agency', reject: 'reason', reopen: 'reason', claimFix: 'note' };

/** Asks what a move needs: the agency, the reason, or what was done. What is written is kept until it is sent or given up. */
export function ReasonForm(props: { id: string; type: string; command: Asked; busy: boolean; onSend: (args: Record<string, unknown>) => Promise<boolean>; onCancel: () => void }) {
  const { command, busy } = props;
  const name = `move.${props.id}.${command}`;
  const m = words.value.incident.moves;
  const [text, setText] = useState(() => keptTexts.get(name));
  const write = (value: string): void => {
    keptTexts.set(name, value);
    setText(value);
  };
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const optional = command === 'claimFix';
  const ask = command === 'assign' ? '' : { reject: m.rejectAsk, reopen: m.reopenAsk, claimFix: m.claimAsk }[command];
  const value = text.normalize('NFC').trim();
  return (
    <form class="ask" onSubmit={(event) => { event.preventDefault(); if (value || optional) void props.onSend(value ? { [fields[command]]: value } : {}).then((done) => { if (done) keptTexts.set(name, ''); }); }}>
      {command === 'assign' ? <AgencyField value={text} types={[props.type]} onWrite={write} /> : (
        <label class="field"><span>{ask}</span>
          <input ref={input} value={text} maxLength={500} placeholder={m.reasonHint} onInput={(event) => write(event.currentTarget.value)} />
        </label>
      )}
      <div class="form-buttons">
        <button type="button" class="button" onClick={() => { write(''); props.onCancel(); }}>{words.value.cancel}</button>
        <button type="submit" class="button button-primary" disabled={busy || (!optional && !value)}>{m[command]}</button>
      </div>
    </form>
  );
}
