import type { ComponentChildren } from 'preact';
import { words } from '../state/prefs';
import { Icon } from './Icon';
import { IconButton } from './IconButton';

/** Head of whatever slid over the list: the way back, what it is, and the way out. */
export function PanelHead({ label, onClose, children }: { label: string; onClose: () => void; children?: ComponentChildren }) {
  return (
    <header class="panel-head">
      <button type="button" class="panel-back" onClick={onClose} title={words.value.back}><Icon name="back" />{label}</button>
      {children}
      <IconButton icon="close" label={words.value.close} onClick={onClose} />
    </header>
  );
}
