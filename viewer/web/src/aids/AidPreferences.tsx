import { words } from '../state/prefs';
import { Icon } from '../ui/Icon';
import { Segmented } from '../ui/Segmented';
import { chooseContrast, contrast, type ContrastChoice } from './contrast';
import { readAloud } from './readAloud';

/** The aids that have no button of their own on a narrow screen: contrast, reading aloud, printing. */
export function AidPreferences({ close }: { close: () => void }) {
  const w = words.value.aids;
  return (
    <>
      <Segmented<ContrastChoice> label={w.contrast} value={contrast.value} onChange={chooseContrast}
        options={[{ value: 'system', label: w.contrasts.system }, { value: 'normal', label: w.contrasts.normal }, { value: 'more', label: w.contrasts.more }]} />
      <button type="button" class="button button-quiet" onMouseDown={(event) => event.preventDefault()} onClick={() => { close(); void readAloud(); }}><Icon name="noise" />{w.read}</button>
      <button type="button" class="button button-quiet" onClick={() => { close(); print(); }}><Icon name="print" />{w.print}</button>
    </>
  );
}
