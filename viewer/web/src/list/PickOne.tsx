import { language, words } from '../state/prefs';

/** A long list to pick from, one at a time; what is picked appears as a chip. Nothing to pick from: nothing is shown. */
export function PickOne({ label, items, onPick }: { label: string; items: ReadonlyArray<{ value: string; label: string }>; onPick: (value: string) => void }) {
  if (!items.length) return null;
  return (
    <label class="field"><span>{label}</span>
      <select value="" onChange={(event) => { if (event.currentTarget.value) onPick(event.currentTarget.value); }}>
        <option value="">{words.value.facilities.all}</option>
        {[...items].sort((a, b) => a.label.localeCompare(b.label, language.value)).map((item) => <option key={item.value} value={item.value}>{item.label}</option>)}
      </select>
    </label>
  );
}
