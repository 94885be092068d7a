import type { importing as vi } from '../vi/import';

/** Words of bringing a file onto the map. */
export const importing: typeof vi = {
  open: 'Import a file…', heading: 'Import a file onto the map', choose: 'Choose a file, or drop one onto the map',
  oneAtATime: 'One file at a time. Only the parts of a Shapefile (.shp, .shx, .dbf, .prj, .cpg) come together.',
  unreadable: 'Nothing that was dropped can be read.',
  formats: 'GeoJSON, CSV, Shapefile (.zip, or its parts together), GeoPackage, KML, GPX, OSM PBF', dropHere: 'Drop the file to bring it onto the map',
  checking: 'Looking through the file…', storing: 'Bringing it onto the map…', stop: 'Stop', store: 'Bring onto the map', stored: 'It is on the map',
  crsQuestion: 'In which system are its coordinates?', crsHint: 'The file does not say. The map outlines where it would lie in each: choose the one that puts it in its place.',
  crsNone: 'No system known here puts this file into Vietnam. Check its columns: surveys often call the northing X and the easting Y.',
  meridian: (degrees: string) => `Central meridian ${degrees}`, firstAt: (place: string) => `First position at ${place}`,
  good: 'Usable', kinds: { bad: 'Refused', repaired: 'Repaired', warning: 'To look at' },
  notes: (count: string) => `${count} notes on single rows`, row: (line: string) => `row ${line}`, more: (count: string) => `and ${count} more`,
  features: (count: string, kind: string) => `${count} ${kind}`, exists: '(already there)', numberedFrom: (first: string) => `Rows without an id are numbered from ${first} on`,
  geometries: { Point: 'points', Line: 'lines', Polygon: 'areas', Any: 'features' },
  types: { Text: 'text', Integer: 'whole number', Real: 'number', Boolean: 'true/false', Timestamp: 'time' },
  title: 'Layer title', layer: 'Layer id', prefix: 'Word before the ids of the layers', layerHint: 'Small letters, digits and _ ; left empty: as in the file',
  mode: 'If the layer is there', modes: { append: 'Add to it', replace: 'Replace all of it', upsert: 'Update by feature id' },
  repair: 'Repair areas that are not valid, and list each', partial: 'Leave the refused rows out and take the usable ones',
  refusals: {
    import_failed: 'The file cannot be used as it is; nothing was stored.', unknown_format: 'The format of the file was not recognised.', archive_refused: 'The archive is not safe or is damaged, and was not opened.',
    crs_unknown: 'The file names a coordinate system CityMap does not know.', layer_conflict: 'This layer cannot take the file.', store_refused: 'An id is already there; choose “Update” or “Replace”.',
  },
};
