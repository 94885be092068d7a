import { formatDateTime } from '../format/dateTime';
import type { Language } from '../i18n/words';
import { now } from '../state/clock';
import { asOf } from '../state/view';
import type { AreaEdition } from './editionTypes';

/** A day, `yyyy-MM-dd`, as people write it: `01/07/2025`, `1 Jul 2025`. */
export const dayText = (day: string, language: Language): string => formatDateTime(`${day}T12:00:00+07:00`, language).replace(/,? \d\d:\d\d$/, '');

/** True when an edition holds at the moment that is looked at. */
export function inForce({ validFrom, validTo }: AreaEdition): boolean {
  const at = asOf.value ? Date.parse(asOf.value) : now.value;
  const begins = (day: string): number => Date.parse(`${day}T00:00:00+07:00`);
  return begins(validFrom) <= at && (validTo === null || at < begins(validTo));
}
