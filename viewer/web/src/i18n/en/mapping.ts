import type { MappingWords } from '../vi/mapping';

/** Words about how the map is put together: the order of its layers, places to come back to. */
export const mapping: MappingWords = {
  order: {
    handle: (name) => `Move the layer ${name}: drag, or use the arrow keys up and down`,
    moved: (name, place, of) => `${name}: number ${place} of ${of}`,
    reset: 'Back to the usual order',
    share: 'Make this order everyone’s', shared: 'Everyone now sees the layers in this order',
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
  edit: {
    about: 'About', style: 'Style', retire: 'Retire', restore: 'Use again',
    retired: 'The layer is retired. Its data is kept.', restored: 'The layer is in use again', retiredGroup: 'Retired',
    saved: 'Layer saved', conflict: 'Somebody else has just changed this layer. What is new has been loaded; open it again, then save.',
    titleVi: 'Name (Vietnamese)', titleEn: 'Name (English)', aboutVi: 'Description (Vietnamese)', aboutEn: 'Description (English)', description: 'Description',
    licence: 'Licence', cadence: 'Renewed',
    cadences: { none: 'No promise', P1D: 'Every day', P7D: 'Every week', P1M: 'Every month', P3M: 'Every quarter', P6M: 'Twice a year', P1Y: 'Every year' },
    shownFrom: 'Shown from zoom', shownTo: 'Hidden from zoom', always: 'Always', badScales: 'The zoom that hides it must be above the one that shows it.',
    audience: 'Meant for', audiences: { everyone: 'Everyone', staff: 'Staff' },
    kind: 'Coloured by', kinds: { Single: 'One colour', Categorised: 'Values', Graduated: 'Numbers', HeatMap: 'Heat map' },
    colour: 'Colour', field: 'Attribute', noNumbers: 'This layer has no attribute of numbers.',
    method: 'Classes by', methods: { Quantile: 'Quantiles (as many in each)', EqualInterval: 'Equal intervals', NaturalBreaks: 'Natural breaks (Jenks)' },
    classes: 'Classes', ramp: 'Colours', ramps: { blue: 'Blue', orange: 'Orange', green: 'Green', violet: 'Violet' },
    others: 'All others', radius: 'Size of points', width: 'Width of lines', reach: 'Reach of a point', label: 'Label with', noLabel: 'No labels', plain: 'Draw plainly',
  },
  make: {
    open: 'New layer to draw', title: 'Name of the layer', geometry: 'Shapes', shapes: { Point: 'Points', Line: 'Lines', Polygon: 'Areas' },
    fields: 'Attributes', fieldName: 'Name of the attribute', fieldType: 'Kind', firstField: 'Name', add: 'Add an attribute', remove: (name) => `Remove the attribute ${name}`, make: 'Make and draw',
    types: { Text: 'Text', Integer: 'Whole number', Real: 'Number', Boolean: 'Yes or no', Timestamp: 'Moment' },
  },
};
