import type { MappingWords } from '../vi/mapping';

/** Words about how the map is put together: the order of its layers, places to come back to. */
export const mapping: MappingWords = {
  order: {
    handle: (name) => `Move the layer ${name}: drag, or use the arrow keys up and down`,
    moved: (name, place, of) => `${name}: number ${place} of ${of}`,
    reset: 'Back to the usual order',
  },
  bookmarks: {
    title: 'Saved places',
    none: 'No place is saved yet. Give this view a name to come back to it.',
    name: 'Name of this place', nameHint: 'For example: Ky Lua market',
    save: 'Save this view', saved: 'Place saved',
    go: (name) => `Fly to ${name}`,
    remove: (name) => `Remove ${name}`,
    full: '50 places are saved. Remove some before you add more.',
    here: 'Kept in this browser only.',
  },
};
