import type { IncidentQuery } from '../query/incidentQuery';

/** What happened to an incident since a moment: it was reported, it was finished, or anything at all. */
export type ChangeKind = 'reported' | 'resolved' | 'touched';

const fields = { reported: 'occurredSince', resolved: 'closedSince', touched: 'updatedSince' } as const;

/** The query of what changed so since a moment, open or not: what the server counts. */
export const changedQuery = (kind: ChangeKind, since: Date): Partial<IncidentQuery> => ({ open: null, [fields[kind]]: since.toISOString() });
