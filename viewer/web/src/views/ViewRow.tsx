import { useState } from 'preact/hooks';
import { words } from '../state/prefs';
import { showToast } from '../state/toasts';
import { IconButton } from '../ui/IconButton';
import { renamed, savedViews, withView, type SavedView } from './savedViews';
import { viewAddress } from './viewAddress';

/** One saved view, with what can be done to it. */
export function ViewRow({ saved, number, onShow }: { saved: SavedView; number: number; onShow: () => void }) {
  const w = words.value.saved;
  const [name, setName] = useState<string | null>(null);
  const remove = (): void => {
    savedViews.value = savedViews.value.filter((other) => other.id !== saved.id);
    showToast({ text: w.deleted(saved.name), topic: 'views', stays: 8000, action: { label: w.putBack, run: () => { savedViews.value = withView(savedViews.value, saved); } } });
  };
  const share = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(viewAddress(saved, location.origin));
      showToast({ text: words.value.map.shared, tone: 'good', stays: 3000, topic: 'share' });
    } catch {
      showToast({ text: words.value.map.shareFailed, tone: 'bad', stays: 6000, topic: 'share' });
    }
  };
  if (name !== null) {
    const finish = (): void => {
      savedViews.value = renamed(savedViews.value, saved.id, name);
      setName(null);
    };
    return (
      <li>
        <form class="views-rename" onSubmit={(event) => { event.preventDefault(); finish(); }}>
          <input aria-label={w.rename(saved.name)} value={name} maxLength={60} ref={(input) => { if (input && document.activeElement !== input) input.focus(); }}
            onInput={(event) => setName(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); setName(null); } }} />
          <button type="submit" class="button">{words.value.save}</button>
        </form>
      </li>
    );
  }
  return (
    <li>
      <button type="button" class="views-show" onClick={onShow}>{number <= 9 && <kbd>{number}</kbd>}<span>{saved.name}</span></button>
      <IconButton icon="link" label={w.share(saved.name)} onClick={() => void share()} />
      <IconButton icon="edit" label={w.rename(saved.name)} onClick={() => setName(saved.name)} />
      <IconButton icon="trash" label={w.remove(saved.name)} onClick={remove} />
    </li>
  );
}
