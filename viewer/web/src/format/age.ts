import type { Words } from '../i18n/words';

/** A length of time in its largest fitting unit: `12 phút`, `3 giờ`, `2 ngày`. Below a minute it is one minute. */
export function formatAge(milliseconds: number, units: Words['units'], whole: (value: number) => number = Math.floor): string {
  const minutes = Math.max(1, whole(Math.abs(milliseconds) / 60_000));
  if (minutes < 60) return units.minute(String(minutes));
  const hours = whole(minutes / 60);
  if (hours < 48) return units.hour(String(hours));
  return units.day(String(whole(hours / 24)));
}

/** What is left until a moment: to the nearest unit, so that three days are three days still a minute later. */
export const formatLeft = (milliseconds: number, units: Words['units']): string => formatAge(milliseconds, units, Math.round);
