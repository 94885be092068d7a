import type { Facility, Position } from '../api/types';
import { fold } from '../format/fold';
import { greatCircle } from '../format/greatCircle';

export interface NearFacility {
  facility: Facility;
  /** Metres from the place asked about, over the ground. */
  metres: number;
}

/**
 * The facilities whose name or kind holds every word of `text`, in any case and without diacritics, nearest first. `kindOf` gives a kind in the
 * reader's words; without a text they all fit.
 */
export function nearestFacilities(all: readonly Facility[], at: Position, text: string, kindOf: (kind: string) => string): NearFacility[] {
  const asked = fold(text).split(/\s+/).filter(Boolean);
  const fits = (facility: Facility): boolean => {
    const told = fold(`${facility.name} ${facility.nameEn ?? ''} ${kindOf(facility.kind)}`);
    return asked.every((word) => told.includes(word));
  };
  return all.filter(fits).map((facility) => ({ facility, metres: greatCircle(at, facility.position) })).sort((a, b) => a.metres - b.metres);
}
