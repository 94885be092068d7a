/** What there is to do; drills are not in it. */
export interface HandoverFigures {
  open: number;
  overdue: number;
  unacknowledged: number;
  bySeverity: Record<string, number>;
  /** The hand-over before; with it what came and what went since. */
  since: string | null;
  recorded: number | null;
  resolved: number | null;
}

/** One line of the log; a note has neither a taker nor figures. */
export interface HandoverLine {
  version: number;
  kind: 'handover' | 'note';
  at: string;
  by: string;
  to: string | null;
  text: string | null;
  figures: HandoverFigures | null;
}

export interface HandoverPage { version: number; next: number | null; items: HandoverLine[] }

/** What a watch that ends now would hand over. */
export interface HandoverSummary { version: number; last: HandoverLine | null; figures: HandoverFigures; notes: HandoverLine[] }
