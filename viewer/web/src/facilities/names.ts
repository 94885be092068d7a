import type { Facility } from '../api/types';
import { facilities } from '../state/facilities';
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

/** The name of the facility with that id; the id where it is not known. */
export function nameOfFacility(id: string): string {
  const known = facilities.value?.find((facility) => facility.id === id);
  return known ? facilityName(known) : id;
}

/** What a facility measures, in words, with its unit; an unknown quantity reads as "other" and has none. */
export function quantityOf(quantity: string): { name: string; unit: string } {
  const quantities = words.value.facilities.quantities;
  return quantity in quantities ? quantities[quantity as keyof typeof quantities] : { name: words.value.facilities.otherQuantity, unit: '' };
}
