import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../state/prefs';
import { Icon } from '../ui/Icon';

/** Removing is asked twice, in place: the second button is not where the first one was pressed. */
export function RemoveFeature({ busy, onRemove }: { busy: boolean; onRemove: () => void }) {
  const w = words.value.feature;
  const [asked, setAsked] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => { if (asked) keep.current?.focus(); }, [asked]);
  if (!asked) return <button type="button" class="button" disabled={busy} onClick={() => setAsked(true)}><Icon name="trash" size={18} />{w.remove}</button>;
  return (
    <div class="feature-remove" role="group" aria-label={w.removeAsk}>
      <p role="alert">{w.removeAsk}</p>
      <div class="form-buttons">
        <button type="button" class="button" ref={keep} onClick={() => setAsked(false)}>{w.keep}</button>
        <button type="button" class="button button-danger" disabled={busy} onClick={onRemove}>{w.removeNow}</button>
      </div>
    </div>
  );
}
