import { useState } from 'preact/hooks';
import { words } from '../state/prefs';
import { Icon } from '../ui/Icon';
import { Popover } from '../ui/Popover';
import { currentView, showView } from './currentView';
import { savedViews, withView } from './savedViews';
import { ViewRow } from './ViewRow';

/** Saved views: shown by a click or their number, named, shared, deleted; and the present one is saved. */
export function ViewsMenu() {
  const w = words.value.saved;
  return (
    <Popover label={w.title} class="icon-button views-button" align="end" button={<><Icon name="bookmark" size={18} /><span class="visually-hidden">{w.title}</span></>}>
      {(close) => (
        <div class="views">
          {!savedViews.value.length && <p class="field-hint">{w.none}</p>}
          <ol>{savedViews.value.map((saved, at) => <ViewRow key={saved.id} saved={saved} number={at + 1} onShow={() => { close(); showView(saved); }} />)}</ol>
          <SaveForm />
          <p class="field-hint">{w.where}</p>
        </div>
      )}
    </Popover>
  );
}

function SaveForm() {
  const w = words.value.saved;
  const [name, setName] = useState('');
  const wanted = name.normalize('NFC').trim();
  const replaces = savedViews.value.some((other) => other.name === wanted);
  const save = (): void => {
    if (!wanted) return;
    savedViews.value = withView(savedViews.value, currentView(wanted));
    setName('');
  };
  return (
    <form class="views-save" onSubmit={(event) => { event.preventDefault(); save(); }}>
      <label class="field"><span>{w.save}</span>
        <input value={name} maxLength={60} placeholder={w.nameHint} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button button-primary" disabled={!wanted}>{replaces ? w.replace : words.value.save}</button>
    </form>
  );
}
