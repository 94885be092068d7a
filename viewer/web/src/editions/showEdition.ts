import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { drawOver } from '../map/drawOver';
import type { AreaEdition, Fault } from './editionTypes';
import { kindOf } from './faults';

export interface EditionColours { border: string; fault: string; halo: string }

const borders = 'edition-borders';
const faulty = 'edition-faults';

/** The tiles of the areas as they are on the first day of an edition: those of that edition, whether it is in force today or not. */
export const editionTiles = ({ validFrom }: Pick<AreaEdition, 'validFrom'>): string =>
  `${location.origin}/tiles/districts/{z}/{x}/{y}.mvt?${new URLSearchParams({ asOf: `${validFrom}T12:00:00+07:00` })}`;

/**
 * Draws the borders of an edition over the map, and its faults: as areas, and as points while they are too small to be seen as such.
 * Returns the function that takes them off.
 */
export function showEdition(map: MapLibreMap, edition: AreaEdition, faults: readonly Fault[], colours: EditionColours): () => void {
  const data = {
    type: 'FeatureCollection' as const,
    features: faults.flatMap((fault) => [
      { ...fault, properties: { ...fault.properties, as: kindOf(fault) } },
      { type: 'Feature' as const, properties: { as: kindOf(fault) }, geometry: { type: 'Point' as const, coordinates: fault.geometry.coordinates[0]?.[0] ?? [0, 0] } },
    ]),
  };
  const isPoint = ['==', ['geometry-type'], 'Point'];
  const layers = [
    { id: `${borders}-line`, type: 'line', source: borders, 'source-layer': 'districts', paint: { 'line-color': colours.border, 'line-width': 2.2, 'line-dasharray': [4, 2] } },
    { id: `${faulty}-area`, type: 'fill', source: faulty, filter: ['!', isPoint], paint: { 'fill-color': colours.fault, 'fill-opacity': 0.45 } },
    { id: `${faulty}-line`, type: 'line', source: faulty, filter: ['!', isPoint], paint: { 'line-color': colours.fault, 'line-width': 2 } },
    {
      id: `${faulty}-point`, type: 'circle', source: faulty, filter: isPoint,
      paint: { 'circle-radius': 4.5, 'circle-color': colours.fault, 'circle-stroke-color': colours.halo, 'circle-stroke-width': 1.5 },
    },
  ] as unknown as LayerSpecification[];
  return drawOver(map, {
    sources: { [borders]: { type: 'vector', tiles: [editionTiles(edition)], minzoom: 0, maxzoom: 16 }, [faulty]: { type: 'geojson', data: data as never } },
    layers,
    // Borders never cover a mark; faults are what is looked for.
    below: (layer) => (layer.startsWith(borders) ? 'incidents-halo' : undefined),
  });
}
