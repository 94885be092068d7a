import type { Geometry, Position } from '../api/types';
import type { Language, Words } from '../i18n/words';
import { formatArea } from './area';
import { formatDistance } from './distance';
import { geodesicArea, geodesicLength } from './geodesic';

/** How long a path is; of a closed one how large, and how long around. */
export function measure(path: readonly Position[], closed: boolean, language: Language, units: Words['units']): string {
  const [start] = path;
  if (!closed || path.length < 3 || !start) return formatDistance(geodesicLength(path), language, units);
  return `${formatArea(geodesicArea(path), language, units)} · ${formatDistance(geodesicLength([...path, start]), language, units)}`;
}

/** The same of a drawn footprint; empty for a shape of another kind. */
export function measureGeometry(shape: Geometry, language: Language, units: Words['units']): string {
  const places = (pairs: unknown): Position[] => (pairs as Array<[number, number]>).map(([lon, lat]) => ({ lon, lat }));
  if (shape.type === 'LineString') return measure(places(shape.coordinates), false, language, units);
  if (shape.type === 'Polygon') return measure(places((shape.coordinates as unknown[])[0]).slice(0, -1), true, language, units);
  return '';
}
