import type { Bounds } from '../api/types';
import type { Fault, FaultKind } from './editionTypes';

/** Narrow faults are slivers, whatever else they are: they come of drawing, not of a dispute. */
export const kindOf = ({ properties }: Fault): FaultKind => (properties.sliver ? 'sliver' : properties.kind);

/** The largest first. */
export const bySize = (faults: readonly Fault[]): Fault[] => [...faults].sort((a, b) => b.properties.squareMetres - a.properties.squareMetres);

/** The box around a fault. */
export function boundsOf({ geometry }: Fault): Bounds {
  const [lons, lats] = [0, 1].map((axis) => geometry.coordinates.flat().map((at) => at[axis] ?? 0)) as [number[], number[]];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Square metres as people write them: `420 m²`, `1.2 ha`, `3.4 km²`. */
export function areaText(squareMetres: number, number: (value: number) => string): string {
  if (squareMetres < 10_000) return `${number(Math.round(squareMetres))} m²`;
  return squareMetres < 1_000_000 ? `${number(Math.round(squareMetres / 1000) / 10)} ha` : `${number(Math.round(squareMetres / 100_000) / 10)} km²`;
}
