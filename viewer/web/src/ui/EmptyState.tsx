import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';
import type { IconName } from './iconPaths';

/** Nothing to show, and why, and what to do. */
export function EmptyState(props: { icon: IconName; title: string; hint?: string; children?: ComponentChildren }) {
  return (
    <div class="empty" role="status">
      <Icon name={props.icon} size={28} />
      <p class="empty-title">{props.title}</p>
      {props.hint && <p class="empty-hint">{props.hint}</p>}
      {props.children}
    </div>
  );
}
