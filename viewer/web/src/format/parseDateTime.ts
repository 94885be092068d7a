import { cityOffsetMinutes } from './zone';

const shape = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ ,T]+(\d{1,2})[:h](\d{2})?)?$/;

/** Reads `23/11/2026 14:05` (city time; the clock may be left out) as an instant, or null when it is not a real moment. */
export function parseDateTime(text: string): Date | null {
  const match = shape.exec(text.trim());
  if (!match) return null;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [hour, minute] = [Number(match[4] ?? 0), Number(match[5] ?? 0)];
  if (hour > 23 || minute > 59) return null;
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute));
  if (local.getUTCDate() !== day || local.getUTCMonth() !== month - 1) return null;
  return new Date(local.getTime() - cityOffsetMinutes * 60_000);
}
