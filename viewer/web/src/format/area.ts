import type { Language, Words } from '../i18n/words';
import { formatNumber } from './number';

/** Square metres below a hectare, hectares below a square kilometre, square kilometres above. */
export function formatArea(squareMetres: number, language: Language, units: Words['units']): string {
  const [value, unit] = squareMetres < 10_000 ? [Math.round(squareMetres), units.squareMetre]
    : squareMetres < 1_000_000 ? [Math.round(squareMetres / 100) / 100, units.hectare]
    : [Math.round(squareMetres / 10_000) / 100, units.squareKilometre];
  return `${formatNumber(value, language)} ${unit}`;
}
