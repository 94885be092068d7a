import { useState } from 'preact/hooks';
import { formatNumber } from '../../format/number';
import { language, words } from '../../state/prefs';
import { AgencyField } from '../../views/AgencyField';

/** Asks for the agency or unit that is to take all of them, and says beforehand how many it can. */
export function BulkAssign(props: { types: readonly string[]; count: number; able: number; busy: boolean; onSend: (agency: string) => void; onCancel: () => void }) {
  const w = words.value.bulk;
  const [text, setText] = useState('');
  const { count, able } = props;
  const number = (value: number): string => formatNumber(value, language.value);
  const agency = text.normalize('NFC').trim();
  return (
    <form class="bulk-assign" onSubmit={(event) => { event.preventDefault(); if (agency && able) props.onSend(agency); }}
      onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); props.onCancel(); } }}>
      {able < count && <p class="field-hint" role="status">{able ? w.assignSome(number(able), number(count)) : w.assignNone}</p>}
      <AgencyField value={text} types={props.types} disabled={!able} onWrite={setText} />
      <div class="form-buttons">
        <button type="button" class="button" onClick={props.onCancel}>{words.value.cancel}</button>
        <button type="submit" class="button button-primary" disabled={props.busy || !agency || !able}>{w.assignAll(number(able))}</button>
      </div>
    </form>
  );
}
