import type { Facility } from '../api/types';
import { language, words } from '../state/prefs';

/** The kind of a facility in words; an unknown kind reads as "other". */
export function kindName(kind: string): string {
  const kinds = words.value.facilities.kinds;
  return kind in kinds ? kinds[kind as keyof typeof kinds] : kinds.other;
}

export function statusName(status: string): string {
  const statuses = words.value.facilities.statuses;
  return status in statuses ? statuses[status as keyof typeof statuses] : statuses.Unknown;
}

export const facilityName = (facility: Pick<Facility, 'name' | 'nameEn'>): string =>
  (language.value === 'en' && facility.nameEn) || facility.name;

export function quantityName(quantity: string): string {
  const quantities = words.value.facilities.quantities;
  const plain = quantity.toLowerCase().split(/[._-]/)[0] ?? '';
  return plain in quantities ? quantities[plain as keyof typeof quantities] : quantities.other;
}
