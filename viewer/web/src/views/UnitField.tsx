import { useState } from 'preact/hooks';
import { agencyNames } from '../state/agencies';
import { unit, words } from '../state/prefs';
import { useAsync } from '../ui/useAsync';

/** The agency or unit whose incidents are "mine". A comma would make two names of one, so none is taken. */
export function UnitField() {
  const w = words.value.saved;
  const agencies = useAsync('agencies', agencyNames);
  const [text, setText] = useState(unit.value);
  const write = (value: string): void => {
    const clean = value.normalize('NFC').replaceAll(',', '');
    setText(clean);
    unit.value = clean.trim();
  };
  return (
    <>
      <label class="field"><span>{w.unit}</span><input value={text} maxLength={120} list="unit-names" onInput={(event) => write(event.currentTarget.value)} /></label>
      <datalist id="unit-names">{(agencies.value ?? []).filter((name) => !name.includes(',')).map((name) => <option key={name} value={name} />)}</datalist>
      <p class="field-hint">{w.unitHint}</p>
    </>
  );
}
