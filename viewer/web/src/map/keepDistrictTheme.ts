import { effect } from '@preact/signals';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { classOf, figureOf, shadeOf } from '../districts/figures';
import { districts } from '../state/city';
import { districtClasses } from '../state/districtTheme';
import { districtFigure } from '../state/prefs';

/** Gives every district its shade, by feature state: figures change every few seconds, the style does not. */
export function keepDistrictTheme(map: MapLibreMap): () => void {
  let shaded = new Map<string, number>();
  return effect(() => {
    const classes = districtClasses.value;
    const next = new Map<string, number>();
    for (const district of classes ? districts.value ?? [] : []) {
      const index = classOf(figureOf(district, districtFigure.value), classes ?? []);
      if (classes && index >= 0) next.set(district.id, shadeOf(index, classes));
    }
    if (!map.getSource('districts')) return;
    const at = (id: string): { source: string; sourceLayer: string; id: string } => ({ source: 'districts', sourceLayer: 'districts', id });
    for (const id of shaded.keys()) if (!next.has(id)) map.removeFeatureState(at(id), 'shade');
    for (const [id, shade] of next) if (shaded.get(id) !== shade) map.setFeatureState(at(id), { shade });
    shaded = next;
  });
}
