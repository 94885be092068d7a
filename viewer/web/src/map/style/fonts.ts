import type { StyleSpecification } from 'maplibre-gl';
import latinRegular from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import latinExtRegular from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import vietnameseRegular from '@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff2?url';
import latinMedium from '@fontsource/noto-sans/files/noto-sans-latin-500-normal.woff2?url';
import vietnameseMedium from '@fontsource/noto-sans/files/noto-sans-vietnamese-500-normal.woff2?url';
import latinBold from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url';

const latin = ['U+0000-00FF', 'U+2000-206F', 'U+20AC', 'U+2122', 'U+2212'];
const vietnamese = ['U+0102-0103', 'U+0110-0111', 'U+0128-0129', 'U+0168-0169', 'U+01A0-01A1', 'U+01AF-01B0', 'U+0300-0301', 'U+0303-0304',
  'U+0308-0309', 'U+0323', 'U+0329', 'U+1EA0-1EF9', 'U+20AB'];
const absolute = (path: string): string => new URL(path, location.href).href;
const face = (path: string, ranges: string[]): { url: string; 'unicode-range': string[] } => ({ url: absolute(path), 'unicode-range': ranges });

export const regular = ['Noto Sans Regular'];
export const medium = ['Noto Sans Medium'];
export const bold = ['Noto Sans SemiBold'];

/** The fonts of the map's labels: files of this page, drawn by the browser, every Vietnamese letter included. */
export const fontFaces = (): NonNullable<StyleSpecification['font-faces']> => ({
  'Noto Sans Regular': [face(latinRegular, latin), face(vietnameseRegular, vietnamese), face(latinExtRegular, ['U+0100-024F'])],
  'Noto Sans Medium': [face(latinMedium, latin), face(vietnameseMedium, vietnamese)],
  'Noto Sans SemiBold': [face(latinBold, latin)],
});
