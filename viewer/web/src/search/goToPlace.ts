import type { Position } from '../api/types';
import { parseCoordinates } from '../format/coordinates';
import { parsePlane } from '../format/planePair';
import { fromVn2000, homeZone } from '../format/vn2000';

/** A place written as numbers, and as what it was read. */
export interface NumberedPlace { position: Position; vn2000: boolean }

/** Reads degrees (latitude first) or metres of VN-2000 in the zone of Lạng Sơn; null when the text is neither. */
export function readPlace(text: string): NumberedPlace | null {
  const degrees = parseCoordinates(text);
  if (degrees) return { position: degrees, vn2000: false };
  const plane = parsePlane(text);
  return plane ? { position: fromVn2000(plane, homeZone), vn2000: true } : null;
}
