import type { PhoneWords } from '../vi/phone';

export const phone: PhoneWords = {
  reportHere: 'Report an incident where I am',
  goHere: 'Go to where I am',
  locating: 'Finding your place…',
  forbidden: 'The place of this device may not be known. Allow it in the settings of the browser and try again.',
  noPlace: 'This device does not tell its place. Tap the map to choose one.',
};
