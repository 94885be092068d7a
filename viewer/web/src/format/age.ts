import type { Words } from '../i18n/words';

/** A length of time in its largest fitting unit: `12 phút`, `3 giờ`, `2 ngày`. Below a minute it is one minute. */
export function formatAge(milliseconds: number, units: Words['units']): string {
  const minutes = Math.max(1, Math.floor(Math.abs(milliseconds) / 60_000));
  if (minutes < 60) return units.minute(String(minutes));
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return units.hour(String(hours));
  return units.day(String(Math.floor(hours / 24)));
}
