import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { districtLabel, districtLayers } from './districtLayers';
import { facilityLayers } from './facilityLayers';
import { fontFaces } from './fonts';
import { genericLayers } from './genericLayers';
import { groundLabels, groundLayers } from './groundLayers';
import { footprintLayers, incidentLayers } from './incidentLayers';
import { networkLayers, streetLightLayer } from './networkLayers';
import { palettes } from './palette';
import { withOpacity } from './opacity';
import { overGround, rasterSource } from './rasterGround';
import { reorder } from './reorder';
import { buildSources } from './sources';
import { streetLabels, streetLayers } from './streetLayers';
import type { StyleOptions } from './styleOptions';
import { focusMark, toolLayers } from './toolLayers';

/** Layers that have a style of their own; everything else of the catalogue is drawn plainly. */
export const styled = new Set(['districts', 'streets', 'water', 'green', 'buildings', 'water_pipes', 'power_lines', 'lighting_lines', 'drains',
  'telecom_lines', 'street_lights', 'facilities', 'incidents', 'incident_footprints']);

const isGroup = (layer: LayerSpecification): boolean => layer.id.endsWith('-cluster');

/** The whole map as one style document, from the ground up. Layers whose source the city does not have are left out. */
export function buildStyle(options: StyleOptions): StyleSpecification {
  const palette = palettes[options.theme];
  const sources = { ...buildSources(options), ...rasterSource(options) };
  const wished = new Set(options.layers.filter((layer) => layer.draw).map((layer) => layer.id));
  const own = (some: LayerSpecification[]): LayerSpecification[] => some.filter((layer) => !('source' in layer && wished.has(String(layer.source))));
  const incidents = (['incidents', 'live'] as const).flatMap((source) => incidentLayers(palette, options.theme, source));
  const layers: LayerSpecification[] = [
    ...own(groundLayers(palette)),
    ...own(streetLayers(palette)),
    ...own(networkLayers(palette)),
    ...options.layers.filter((layer) => wished.has(layer.id) || !styled.has(layer.id)).flatMap((layer) => genericLayers(layer, palette)),
    ...districtLayers(palette, options.theme, options.districtTheme ?? false, options.districtChosen ?? true),
    ...own([streetLightLayer(palette), ...groundLabels(palette), ...streetLabels(palette)]),
    districtLabel(palette, options.language),
    ...facilityLayers(palette, options.theme, options.language),
    ...footprintLayers(palette),
    ...incidents.filter((layer) => !isGroup(layer)),
    focusMark(options.theme),
    // Above every single mark: the number of a group is never covered.
    ...incidents.filter(isGroup),
    ...toolLayers(palette, options.theme),
  ];
  return {
    version: 8,
    name: 'CityMap',
    'font-faces': fontFaces(),
    sources,
    layers: overGround(reorder(layers, options.layers, options.order ?? []), options)
      .filter((layer) => !('source' in layer) || (typeof layer.source === 'string' && layer.source in sources))
      .map((layer) => asChosen(layer, options)),
  };
}

function asChosen(layer: LayerSpecification, { hidden, opacity, layers }: StyleOptions): LayerSpecification {
  const retired = new Set(layers.filter((one) => one.retired).map((one) => one.id));
  if (!('source' in layer)) return layer;
  // Live marks and names of districts belong to their layers, though their sources are the page's own.
  const owners: Record<string, string> = { live: 'incidents', 'district-names': 'districts' };
  const owner = owners[String(layer.source)] ?? String(layer.source);
  const visible = { ...layer, layout: { ...layer.layout, visibility: hidden.has(owner) || retired.has(owner) ? 'none' : 'visible' } } as LayerSpecification;
  return withOpacity(visible, opacity?.[owner] ?? 1);
}
