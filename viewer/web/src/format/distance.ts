import type { Language, Words } from '../i18n/words';
import { formatNumber } from './number';

/** Metres below a kilometre, kilometres with one decimal above. */
export function formatDistance(metres: number, language: Language, units: Words['units']): string {
  if (metres < 1000) return `${formatNumber(Math.round(metres), language)} ${units.metre}`;
  return `${formatNumber(Math.round(metres / 100) / 10, language)} ${units.kilometre}`;
}
