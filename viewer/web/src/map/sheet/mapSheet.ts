import type { StyleSpecification } from 'maplibre-gl';
import type { Layer } from '../../api/types';
import type { Language } from '../../i18n/words';
import { buildStyle, styled } from '../style/buildStyle';
import { nameFields } from '../style/genericLayers';
import { palettes, type Theme } from '../style/palette';
import { RecordedPath } from './recordContext';
import { symbolDrawings } from './symbolDrawings';

/** The layer that stands for any layer without a style of its own. */
const anyLayer = '*';

/**
 * Everything a program without a browser needs to draw the console's map: a MapLibre style per theme, language and colouring
 * (keys such as `light-vi` and `light-vi-shaded`), the symbols as drawing calls, and the palettes for what stands around a map.
 * In the styles, layers of the source `*` stand for each layer of the catalogue that has no style of its own.
 */
export function mapSheet(): unknown {
  const styles: Record<string, StyleSpecification> = {};
  for (const theme of ['light', 'night'] as Theme[]) for (const language of ['vi', 'en'] as Language[]) for (const shaded of [false, true]) {
    styles[`${theme}-${language}${shaded ? '-shaded' : ''}`] = printable(theme, language, shaded);
  }
  const before = (globalThis as { Path2D?: unknown }).Path2D;
  (globalThis as { Path2D?: unknown }).Path2D = RecordedPath;
  try {
    return { version: 1, nameFields, styles, symbols: symbolDrawings(), palettes };
  } finally {
    (globalThis as { Path2D?: unknown }).Path2D = before;
  }
}

// What a tool draws or a pointer touches belongs to the page, not to the map; the live source repeats the incidents.
const ofThePage = new Set(['live', 'tool']);

function printable(theme: Theme, language: Language, shaded: boolean): StyleSpecification {
  const style = buildStyle({
    theme, language, layers: [...styled, anyLayer].map(plain), hidden: new Set(), districtTheme: shaded, incidentParams: '', otherParams: '',
  });
  const sources = Object.fromEntries([...styled, anyLayer, 'district-names', 'focus'].map((id) => [id, { type: 'vector', url: `citymap:${id}` }]));
  return {
    ...style,
    'font-faces': undefined,
    sources: sources as StyleSpecification['sources'],
    layers: style.layers.filter((layer) => !('source' in layer) || !ofThePage.has(String(layer.source))),
  } as StyleSpecification;
}

const plain = (id: string): Layer => ({
  id, title: { vi: id, en: id }, geometry: 'Any', group: 'other', live: false, minZoom: 0, maxZoom: 16, fields: id === anyLayer ? [{ name: nameFields[0] }] : [],
}) as unknown as Layer;
