import type { LayerSpecification } from 'maplibre-gl';
import type { Language } from '../../i18n/words';
import { medium } from './fonts';
import type { Palette, Theme } from './palette';

/** Kinds so many that they would crowd the map are shown only close up. */
const small = ['camera', 'hydrant'];

/** Facilities: a plate with the kind's icon from zoom 13, the name from zoom 15; in trouble also where the whole city is seen. Never over an incident. */
export function facilityLayers(palette: Palette, theme: Theme, language: Language): LayerSpecification[] {
  const icon = ['concat', `facility|${theme}|`, ['get', 'kind'], '|', ['coalesce', ['get', 'status'], 'Unknown']];
  const name = ['coalesce', ['get', language === 'en' ? 'name_en' : 'name'], ['get', 'name'], ''];
  const layer = (id: string, minzoom: number, filter: unknown[], labels: number): LayerSpecification => ({
    id, type: 'symbol', source: 'facilities', 'source-layer': 'facilities', minzoom, filter,
    layout: {
      'icon-image': icon, 'icon-padding': 3, 'icon-size': ['interpolate', ['linear'], ['zoom'], 12, 0.82, 16, 1],
      'text-field': ['step', ['zoom'], '', labels, name], 'text-font': medium, 'text-size': 11.5, 'text-max-width': 9,
      'text-variable-anchor': ['top', 'bottom', 'left', 'right'], 'text-radial-offset': 1.25, 'text-optional': true,
      'symbol-sort-key': ['match', ['get', 'status'], 'Down', 0, 'Degraded', 1, 2],
    },
    paint: { 'text-color': palette.label, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
  } as unknown as LayerSpecification);
  const trouble = ['match', ['get', 'status'], ['Down', 'Degraded'], true, false];
  const isSmall = ['match', ['get', 'kind'], small, true, false];
  return [
    layer('facilities-small', 16.5, ['all', isSmall, ['!', trouble]], 18),
    layer('facilities', 13, ['all', ['!', isSmall], ['!', trouble]], 15),
    layer('facilities-small-trouble', 12, ['all', isSmall, trouble], 15),
    layer('facilities-trouble', 9, ['all', ['!', isSmall], trouble], 15),
  ];
}
