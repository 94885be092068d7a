const key = (district: string): string => `citymap.looked.${district}`;

/** When this browser last looked at a district, in milliseconds; null when it never did or may not remember. */
export function lastLook(district: string): number | null {
  try {
    const at = Number(localStorage.getItem(key(district)));
    return Number.isFinite(at) && at > 0 ? at : null;
  } catch {
    return null;
  }
}

/** Remembers that a district was looked at just now. */
export function rememberLook(district: string, at = Date.now()): void {
  try {
    localStorage.setItem(key(district), String(at));
  } catch {
    // Storage may be full or forbidden: then nobody is told what changed since.
    return;
  }
}

/** The beginning of the day before, by the clock of the city: what "since yesterday" is counted from. */
export function startOfYesterday(now: number, offsetMinutes: number): number {
  const day = 86_400_000;
  const local = now + offsetMinutes * 60_000;
  return local - (local % day) - day - offsetMinutes * 60_000;
}
