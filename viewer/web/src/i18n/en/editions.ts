import type { EditionWords } from '../vi/editions';

/** Words about editions of areas: which there are, their faults, what changed between them. */
export const editions: EditionWords = {
  open: 'Editions of the areas', heading: 'Editions of the areas',
  about: 'Choose an edition to see its borders on the map and to check them for overlaps and gaps.',
  loading: 'Loading…', none: 'There is no edition yet. Import one with ./citymap areas import.',
  from: (day) => `From ${day}`, until: (from, to) => `${from} – ${to}`, areas: (count) => `${count} areas`, now: 'In force',
  check: 'Check of the borders', checking: 'Checking the borders…', clean: 'No faults: the areas fit together.',
  faults: { overlap: 'Overlaps', gap: 'Gaps', sliver: 'Slivers', invalid: 'Crossing itself' },
  wide: (metres) => `${metres} m wide on average`,
  more: (count) => `and ${count} smaller ones, all of them on the map`,
  compare: 'Compare with', noCompare: 'No comparison', comparing: 'Comparing…', same: 'Every code and name means the same.',
  changes: (count) => `${count} codes or names mean something else`,
  kinds: { codeReused: 'Code reused', nameReused: 'Name reused', renamed: 'New name', recoded: 'New code', reshaped: 'New borders' },
  shared: (percent) => `${percent} % of the land in common`,
};
