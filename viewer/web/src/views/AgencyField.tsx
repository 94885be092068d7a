import { useEffect, useRef } from 'preact/hooks';
import { agenciesLike, knownAgencies } from '../state/agencies';
import { unit, words } from '../state/prefs';
import { useAsync } from '../ui/useAsync';

const most = 5;

export interface AgencyFieldProps {
  value: string;
  /** The types of the incidents that are to be assigned: whoever was given such before comes first. */
  types: readonly string[];
  disabled?: boolean;
  onWrite: (text: string) => void;
}

/** Asks for the agency or unit that gets the work: the known ones are offered while it is written, and a new name is taken and told as new. */
export function AgencyField({ value, types, disabled = false, onWrite }: AgencyFieldProps) {
  const m = words.value.incident.moves;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const known = useAsync(`known agencies ${types.join()}`, () => knownAgencies(types));
  // One's own unit comes first, also while it has nothing to do yet.
  const names = [...new Set([unit.value, ...(known.value ?? [])])].filter(Boolean);
  const text = value.normalize('NFC').trim();
  const chosen = names.includes(text);
  const offered = (chosen ? names : agenciesLike(names, text)).slice(0, most);
  return (
    <>
      <label class="field"><span>{m.agencyAsk}</span>
        <input ref={input} value={value} maxLength={200} disabled={disabled} autocomplete="off" placeholder={m.agencyHint} onInput={(event) => onWrite(event.currentTarget.value)} />
      </label>
      {offered.length > 0 && !disabled && (
        <div class="agency-offers" role="group" aria-label={m.agencyKnown}>
          {offered.map((name) => <button type="button" class="chip" key={name} aria-pressed={name === text} onClick={() => { onWrite(name); input.current?.focus(); }}>{name}</button>)}
        </div>
      )}
      {text && known.value && !chosen && <p class="field-hint" role="status">{m.agencyNew}</p>}
    </>
  );
}
