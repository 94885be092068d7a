import type { DownloadWords } from '../vi/download';

/** Words of taking a layer away as a file. */
export const download: DownloadWords = {
  open: 'Download', inView: 'Only what is in view on the map', crs: 'Coordinate system of GeoPackage and Shapefile',
  moment: (time) => `As of ${time}`,
  incidents: 'The whole layer, without the filter of the list; the filtered download is on top of the incident list.',
  systems: { 4326: 'WGS 84, degrees', 9215: 'VN-2000 / TM-3 107°15′', 32648: 'UTM 48N', 3857: 'Web Mercator' },
  formats: { gpkg: 'GeoPackage', zip: 'Shapefile (.zip)', geojson: 'GeoJSON', csv: 'CSV' },
  hints: {
    gpkg: 'For QGIS and every GIS; keeps every field', zip: 'For older programs; field names cut to 10 letters, with notes beside',
    geojson: 'For the web and for programs; WGS 84', csv: 'For spreadsheets; points as longitude and latitude',
  },
};
