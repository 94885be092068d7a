import type { ChangedIncident } from '../api/types';

/** What happened to an incident since: it was reported, it was finished, or anything at all. */
export type ChangeKind = 'reported' | 'resolved' | 'touched';

const over = (state: string | null): boolean => state === 'Closed' || state === 'Rejected';

/** Those of one kind, in their order. An incident that was reported and finished since is in both. */
export const changed = (items: readonly ChangedIncident[], kind: ChangeKind): ChangedIncident[] =>
  items.filter((item) => kind === 'touched' || (kind === 'reported' ? item.stateThen === null : over(item.state) && !over(item.stateThen)));
