import type { AnalysisWords } from '../vi/analysis';

/** Words of finding something out from layers. */
export const analysis: AnalysisWords = {
  open: 'Analyse…', heading: 'Analyse on the map', back: 'Another analysis', run: 'Analyse', running: 'Working it out…', stop: 'Stop', another: 'Another analysis',
  kinds: {
    Coverage: { name: 'Coverage', about: 'How many metres of street (buildings, points) lie within and beyond reach of facilities', input: 'To be reached', other: 'From' },
    WhatIf: { name: 'What if', about: 'Place a draft facility, compare coverage before and after', input: 'To be reached', other: 'Facilities there are' },
    Buffer: { name: 'Buffer', about: 'Draw what lies within a distance of each feature', input: 'Around', other: 'Other layer' },
    Summary: { name: 'Figures per area', about: 'Count and add up what lies in each area', input: 'Count', other: 'Per area of' },
    Nearest: { name: 'Nearest', about: 'The nearest facility of each feature, and how far it is', input: 'From', other: 'To' },
    Select: { name: 'Select by area', about: 'Take the features that meet an area', input: 'Select from', other: 'In the areas of' },
    Intersect: { name: 'Intersection', about: 'Cut one layer by the areas of another', input: 'Cut', other: 'By the areas of' },
  },
  pick: 'Choose a layer…', only: 'Only the kind', all: 'All',
  distance: 'Distance (m)', badDistance: 'Write metres from 1 to 100,000.', crow: 'As the crow flies, not along streets.',
  dissolve: 'Join into one area', within: 'Only what lies wholly inside', sum: 'Add up', onlyCount: 'Only count',
  title: 'Name of the result (optional)', titleHint: 'Left empty, it is made up',
  draw: 'Draw an area on the map', drawAgain: 'Draw again', drawHint: 'Click each corner of the area on the map.', byLayer: 'Use the areas of a layer',
  drafts: 'Draft facilities', addDraft: 'Place on the map', addDraftHint: 'Click the map or drag the pin to the planned place, then save.', removeDraft: (number) => `Remove draft ${number}`,
  incomplete: 'Choose the above to see how much it would take.', counting: 'Counting…',
  preview: (input) => `Would take ${input} features.`, previewTwo: (input, other) => `Would take ${input} and ${other} features.`,
  tooMany: (most) => `Too many: at most ${most} of each layer. Choose one kind.`,
  done: (title) => `The layer “${title}” is on the map`, show: 'Show on the map',
  madeFrom: (layers) => `From: ${layers}`, madeAt: (time) => `Worked out ${time}`,
  fresh: 'The data it was made from has not changed', changed: 'The data it was made from has changed; this may be out of date', gone: 'A layer it was made from is gone', recompute: 'Work out again',
  coverage: { covered: 'Within reach', gained: 'Gained by the drafts', beyond: 'Beyond reach' },
  figures: {
    features: 'Features', area: 'Area', total: 'In all', covered: 'Within reach', coveredShare: 'Share within reach', gained: 'Gained by the drafts', afterShare: 'Share with the drafts',
    beyond: 'Beyond reach', areas: 'Areas', counted: 'Counted', outside: 'In no area', sum: 'Sum', looked: 'Looked at', selected: 'Selected', pieces: 'Pieces',
    mean: 'Mean', median: 'Median', most: 'Farthest',
  },
  problems: {
    analysis_too_large: 'The layer has too many features. Choose one kind.', analysis_too_slow: 'It took too long and was stopped. Choose fewer features.',
    area_too_wide: 'The layers lie too far apart to measure well.', result_too_large: 'The result is too large. Choose fewer features.',
    geometry_invalid: 'A shape of the layer is not valid. Import the layer again and choose to mend shapes.', unknown_layer: 'The layer is gone.', busy: 'Another analysis is running. Try again in a while.',
  },
};
