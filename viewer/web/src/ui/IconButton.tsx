import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';
import type { IconName } from './iconPaths';

export interface IconButtonProps {
  icon: IconName;
  /** Read aloud, and shown as tooltip. */
  label: string;
  onClick: () => void;
  /** The keys that do the same; told in the tooltip. */
  keys?: string;
  /** For a button that switches something on and off. */
  pressed?: boolean;
  expanded?: boolean;
  disabled?: boolean;
  class?: string;
  children?: ComponentChildren;
}

/** A square button with an icon; its label is always there for readers and as a tooltip. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, onClick, pressed, expanded, disabled, children } = props;
  return (
    <button type="button" class={`icon-button ${props.class ?? ''}`} title={props.keys ? `${label} (${props.keys})` : label} aria-label={label} aria-keyshortcuts={props.keys?.replace('Ctrl', 'Control')} aria-pressed={pressed} aria-expanded={expanded} disabled={disabled} onClick={onClick}>
      <Icon name={icon} />
      {children}
    </button>
  );
}
