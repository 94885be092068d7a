const minute = 60_000;

/** A length of time in days, hours and minutes (ISO 8601, as P1DT12H) in milliseconds; null when it is none. */
export function spanMilliseconds(text: string): number | null {
  const parts = /^P(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?)?$/.exec(text);
  if (!parts) return null;
  const [days, hours, minutes] = [parts[1], parts[2], parts[3]].map((part) => Number(part ?? 0)) as [number, number, number];
  const total = ((days * 24 + hours) * 60 + minutes) * minute;
  return total >= minute && total <= 3660 * 24 * 60 * minute ? total : null;
}
