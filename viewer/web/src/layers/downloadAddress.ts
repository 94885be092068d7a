import type { Bounds } from '../api/types';

export const layerFormats = ['gpkg', 'zip', 'geojson', 'csv'] as const;
export type LayerFormat = (typeof layerFormats)[number];

/** The coordinate systems that are offered by name; every other one is to be had by its number (`crs=EPSG:…`). */
export const downloadSystems = [4326, 9215, 32648, 3857] as const;

export interface DownloadChoice {
  /** Only what meets this box; null is everything. */
  within: Bounds | null;
  /** The moment, ISO 8601; null is now. */
  asOf: string | null;
  /** EPSG number, for the formats that can say in which system they are. */
  crs: number;
}

/** Where a layer is to be had as a file. */
export function downloadAddress(layer: string, format: LayerFormat, { within, asOf, crs }: DownloadChoice): string {
  const params = new URLSearchParams();
  if (within) params.set('bbox', within.join(','));
  if (asOf) params.set('asOf', asOf);
  if (crs !== 4326 && (format === 'gpkg' || format === 'zip')) params.set('crs', `EPSG:${crs}`);
  const query = params.toString();
  return `/api/layers/${encodeURIComponent(layer)}/export.${format}${query ? `?${query}` : ''}`;
}
