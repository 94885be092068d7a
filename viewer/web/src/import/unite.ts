import type { Bounds } from '../api/types';

/** The box around some boxes. */
export function unite(boxes: readonly Bounds[]): Bounds | null {
  if (!boxes.length) return null;
  const side = (of: (...numbers: number[]) => number, at: 0 | 1 | 2 | 3): number => of(...boxes.map((box) => box[at]));
  return [side(Math.min, 0), side(Math.min, 1), side(Math.max, 2), side(Math.max, 3)];
}
