import { mapPadding } from '../state/layout';
import { words } from '../state/prefs';
import { dismissToast, toasts } from '../state/toasts';
import { IconButton } from '../ui/IconButton';

/** Short messages that leave by themselves; over the map, never over a panel. */
export function Toasts() {
  const { left, right } = mapPadding.value;
  return (
    <div class="toasts" role="status" aria-live="polite" style={{ left: `${left}px`, right: `${right}px` }}>
      {toasts.value.map((toast) => (
        <div key={toast.id} class={`toast toast-${toast.tone}`}>
          <p>{toast.text}</p>
          {toast.action && <button type="button" class="button" onClick={() => { toast.action?.run(); dismissToast(toast.id); }}>{toast.action.label}</button>}
          <IconButton icon="close" label={words.value.close} onClick={() => dismissToast(toast.id)} />
        </div>
      ))}
    </div>
  );
}
