import { signal } from '@preact/signals';

/** A district that reached one of its thresholds while this page was open. */
export interface DistrictNotice {
  district: string;
  sequence: number;
  at: string;
  /** How many incidents there were, and how many call for a notice. */
  count: number;
  least: number;
  type: string | null;
  minSeverity: number;
}

const most = 20;

export const notices = signal<readonly DistrictNotice[]>([]);

/** Reads a notice of the feed; what is missing reads as nothing special. */
export function readNotice(district: string, sequence: number, data: Record<string, unknown>): DistrictNotice {
  const notice = (data['notice'] ?? {}) as { count?: number; threshold?: { count?: number; type?: string | null; minSeverity?: number } };
  const { threshold = {} } = notice;
  return {
    district, sequence, at: String(data['at'] ?? ''), count: Number(notice.count ?? 0), least: Number(threshold.count ?? 0),
    type: threshold.type ?? null, minSeverity: Number(threshold.minSeverity ?? 1),
  };
}

/** The newest first; one that is told again after a broken line is there once. */
export function addNotice(before: readonly DistrictNotice[], notice: DistrictNotice): readonly DistrictNotice[] {
  return [notice, ...before.filter((other) => other.sequence !== notice.sequence)].slice(0, most);
}
