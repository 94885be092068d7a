import { statusName } from './names';

/** A facility's status: a word and a shape, not colour alone. */
export function StatusPill({ status }: { status: string }) {
  return <span class={`status status-${status.toLowerCase()}`}><i aria-hidden="true" />{statusName(status)}</span>;
}
