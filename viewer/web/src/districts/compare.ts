import type { District, DistrictTrend } from '../api/types';

/** What the districts are compared by. */
export type CompareFigure = 'open' | 'overdue' | 'opened' | 'closed' | 'growth';
export const compareFigures: readonly CompareFigure[] = ['open', 'overdue', 'opened', 'closed', 'growth'];

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The figure of a district; null when nothing is known of it, which is not zero. */
export function compareValue(district: District, trend: DistrictTrend | undefined, figure: CompareFigure): number | null {
  if (figure === 'open' || figure === 'overdue') return district.counts[figure];
  if (!trend) return null;
  if (figure === 'growth') return (trend.open.at(-1) ?? 0) - (trend.open[0] ?? 0);
  return sum(trend[figure]);
}

export interface Compared { district: District; trend: DistrictTrend | undefined; value: number | null }

/** The districts in the order of a figure, the highest first; what is not known stands last, equals by name. */
export function compareDistricts(districts: readonly District[], trends: readonly DistrictTrend[], figure: CompareFigure): Compared[] {
  const byId = new Map(trends.map((trend) => [trend.id, trend]));
  return districts
    .map((district) => ({ district, trend: byId.get(district.id), value: compareValue(district, byId.get(district.id), figure) }))
    .sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || a.district.name.localeCompare(b.district.name, 'vi'));
}

/** The top of the one scale all districts are drawn on; at least one. */
export const commonTop = (trends: readonly DistrictTrend[]): number => Math.max(1, ...trends.map((trend) => Math.max(...trend.open)));

/** A line of steps in a box, as the path of an SVG: each value holds until the next. */
export function stepPath(values: readonly number[], top: number, width: number, height: number): string {
  const x = (index: number): string => ((index / Math.max(1, values.length - 1)) * width).toFixed(1);
  const y = (value: number): string => (height - (value / top) * height).toFixed(1);
  return values.map((value, index) => (index ? `H${x(index)}V${y(value)}` : `M${x(0)} ${y(value)}`)).join('');
}
