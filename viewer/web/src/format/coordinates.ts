import type { Position } from '../api/types';

/** Latitude first, for people; machines get longitude first. */
export function formatCoordinates(position: Position): string {
  return `${position.lat.toFixed(5)}, ${position.lon.toFixed(5)}`;
}

const pair = /^\s*(-?\d{1,3}(?:[.,]\d+)?)\s*[;, ]\s*(-?\d{1,3}(?:[.,]\d+)?)\s*$/;

/** Reads `21.85, 106.76` (latitude first). A pair that only makes sense the other way round is turned. Null when it is not a place. */
export function parseCoordinates(text: string): Position | null {
  const match = pair.exec(text);
  if (!match) return null;
  const [first, second] = [match[1], match[2]].map((value) => Number(value?.replace(',', '.')));
  if (first === undefined || second === undefined || Number.isNaN(first) || Number.isNaN(second)) return null;
  if (Math.abs(first) > 90 && Math.abs(second) <= 90) return Math.abs(first) <= 180 ? { lon: first, lat: second } : null;
  if (Math.abs(first) > 90 || Math.abs(second) > 180) return null;
  return { lat: first, lon: second };
}
