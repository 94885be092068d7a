import type { ListWords } from '../vi/list';

export const list: ListWords = {
  attention: 'Needs attention',
  inTime: 'Within the deadline',
  exercises: 'Exercises only', noExercises: 'Without exercises',
  age: 'Recorded',
  younger: (age: string) => `In the last ${age}`,
  older: (age: string) => `More than ${age} ago`,
  occurredSince: (time: string) => `Happened since ${time}`,
  updatedSince: (time: string) => `Updated since ${time}`,
  closedSince: (time: string) => `Finished since ${time}`,
  oldest: 'Oldest',
  export: {
    label: 'Download the list',
    what: (count: string) => (count === '1' ? '1 incident, with the filters and the order you see.' : `${count} incidents, with the filters and the order you see.`),
    nothing: 'No incident matches the filters, so there is nothing to download.',
    formats: { xlsx: 'Excel', csv: 'CSV', geojson: 'GeoJSON', gpkg: 'GeoPackage', zip: 'Shapefile' },
    hints: { xlsx: 'Spreadsheet, .xlsx', csv: 'Plain table for any program, .csv', geojson: 'For map programs, .geojson', gpkg: 'For QGIS, .gpkg', zip: 'For older GIS programs, .zip' },
    tooMany: (most: string) => `A spreadsheet holds at most ${most} incidents: filter further, or take CSV.`,
  },
};
