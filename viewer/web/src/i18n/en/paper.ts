import type { paper as vi } from '../vi/paper';

/** Words of maps on paper. */
export const paper: typeof vi = {
  open: 'Print the map', title: 'Print the map', preview: 'Preview of the page', previewHint: 'Preview: the printed page is sharper', drawing: 'Drawing the map…', make: 'Make the print',
  atlasHint: 'The atlas has a page for each district, with its figures', subject: 'Content',
  subjects: { view: 'What is on screen', district: 'The open district', incident: 'The open incident’s sheet', city: 'The whole city', atlas: 'Atlas of the districts' },
  paper: 'Paper', orientation: 'Orientation', lying: 'Landscape', upright: 'Portrait', scale: 'Scale', fit: 'Fit the frame', heading: 'Title', headingHint: 'By its content',
  graticule: 'Grid', graticules: { none: 'None', geographic: 'Latitude and longitude', vn2000: 'VN-2000' }, format: 'Format',
  formats: { pdf: 'PDF (to print)', png: 'PNG (picture)', svg: 'SVG (vector)' }, legend: 'Legend and figures', night: 'Dark ground', locale: 'en-GB',
};
