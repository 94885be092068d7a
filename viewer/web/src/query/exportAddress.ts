import { queryParams, type IncidentQuery, type IncidentSort } from './incidentQuery';

export const exportFormats = ['xlsx', 'csv', 'geojson', 'gpkg', 'zip'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Where exactly what the list shows is to be had as a file: its filter, its order, its moment. */
export function exportAddress(format: ExportFormat, query: IncidentQuery, sort: IncidentSort, asOf: string | null, language: string): string {
  const params = queryParams(query, asOf);
  params.set('sort', sort);
  params.set('lang', language);
  return `/api/incidents/export.${format}?${params}`;
}
