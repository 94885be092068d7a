import type { FindWords } from '../vi/find';

export const find: FindWords = {
  label: 'Search incidents, facilities, streets, places, districts, layers, coordinates',
  placeholder: 'Search',
  kinds: { area: 'Districts', facility: 'Facilities', street: 'Streets', place: 'Places', layer: 'Layers', incident: 'Incidents' },
  coordinates: 'Coordinates',
  list: 'List',
  degrees: 'Latitude, longitude (WGS 84)',
  vn2000: 'Read as VN-2000, central meridian 107°15′',
  goTo: (text: string) => `Go to ${text}`,
  filterBy: (text: string) => `Filter the list by “${text}”`,
  filterHint: 'Looks into descriptions, too',
  done: 'Done',
  of: (shown: string, count: string) => `${shown} of ${count}`,
  partial: 'The server is still reading its data after a start; there will be more.',
  nothing: 'Nothing matches. Try fewer words; accents do not matter.',
};
