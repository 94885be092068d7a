import type { District } from '../api/types';

/** What the districts are coloured by: nothing, what is open, what is overdue, or what is open of one type. */
export type DistrictFigure = 'none' | 'open' | 'overdue' | `type:${string}`;

/** The figure of a district; null when nothing is known, which is not zero. */
export function figureOf(district: District, figure: DistrictFigure): number | null {
  const counts = district.counts as District['counts'] | undefined;
  if (!counts || figure === 'none') return null;
  if (figure === 'open' || figure === 'overdue') return counts[figure];
  return counts.byType[figure.slice('type:'.length)] ?? 0;
}

/** Values from one to another, both included. */
export interface FigureClass { from: number; to: number }

/**
 * At most five classes with about as many districts in each (quantiles), never empty, never splitting equal values. Few distinct values each get a
 * class of their own.
 */
export function classify(values: readonly number[], most = 5): FigureClass[] {
  const sorted = [...values].sort((a, b) => a - b);
  const distinct = [...new Set(sorted)];
  if (distinct.length <= most) return distinct.map((value) => ({ from: value, to: value }));
  const tops = new Set<number>();
  for (let part = 1; part <= most; part++) tops.add(sorted[Math.ceil((sorted.length * part) / most) - 1] ?? 0);
  let from = distinct[0] ?? 0;
  return [...tops].map((to) => {
    const own = { from, to };
    from = distinct[distinct.indexOf(to) + 1] ?? to;
    return own;
  });
}

/** The class of a value, from 0; −1 for none. */
export const classOf = (value: number | null, classes: readonly FigureClass[]): number =>
  value === null ? -1 : classes.findIndex(({ from, to }) => value >= from && value <= to);

/** Which of the five shades a class is drawn in: from the weakest to the strongest; a single class in the weakest when it is all zeros. */
export function shadeOf(index: number, classes: readonly FigureClass[]): number {
  if (classes.length === 1) return classes[0]?.to === 0 ? 0 : 2;
  return Math.round((index * 4) / (classes.length - 1));
}
