import type { Bounds, Position } from '../api/types';

/** A city's map area is taken a little larger than its bounds. */
const marginDegrees = 0.05;

export const isOutside = (position: Position, [west, south, east, north]: Bounds): boolean =>
  position.lon < west - marginDegrees || position.lon > east + marginDegrees || position.lat < south - marginDegrees || position.lat > north + marginDegrees;

/** The box around some places. */
export function boundsOf(places: readonly Position[]): Bounds {
  const lon = places.map((place) => place.lon);
  const lat = places.map((place) => place.lat);
  return [Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)];
}
