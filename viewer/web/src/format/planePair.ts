import type { Plane } from './vn2000';

const pair = /^\s*(\d{6,7}(?:[.,]\d+)?)\s*[;, ]\s*(\d{6,7}(?:[.,]\d+)?)\s*$/;

/** Reads a pair of metres in either order: in Vietnam X is the northing, elsewhere it is the easting, but a northing there has seven digits or is the larger. */
export function parsePlane(text: string): Plane | null {
  const match = pair.exec(text);
  if (!match) return null;
  const [one = NaN, other = NaN] = [match[1], match[2]].map((value) => Number(value?.replace(',', '.')));
  const [easting, northing] = one < other ? [one, other] : [other, one];
  return easting >= 150000 && easting <= 850000 && northing >= 880000 && northing <= 2700000 ? { easting, northing } : null;
}
