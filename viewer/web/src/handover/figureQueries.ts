import { emptyQuery, type IncidentQuery } from '../query/incidentQuery';

/** The list behind each figure of a hand-over: drills are in neither. */
export function figureQueries(since: string | null, now: number): Record<'open' | 'overdue' | 'unacknowledged' | 'recorded', IncidentQuery> {
  const real: IncidentQuery = { ...emptyQuery, exercise: false };
  const minutes = since ? Math.max(1, Math.ceil((now - Date.parse(since)) / 60_000)) : 0;
  return {
    open: { ...real, open: true },
    overdue: { ...real, open: true, overdue: true },
    unacknowledged: { ...real, open: true, acknowledged: false },
    recorded: { ...real, maxAge: minutes ? `PT${minutes}M` : '' },
  };
}
