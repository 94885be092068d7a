import type { AroundWords } from '../vi/around';

export const around: AroundWords = {
  nearby: 'Open near by',
  similar: 'Similar',
  none: { nearby: 'No other incident is open within 500 m.', similar: 'No incident of this type within 2 km and 30 days.' },
  failed: 'Could not be loaded.',
  map: 'Map around it',
  mapOf: (title: string) => `Map around ${title}`,
  mapFailed: 'The server could not draw this map. Close and open it to try again.',
  keys: 'Moves of the open incident (the letters on the buttons)',
};
