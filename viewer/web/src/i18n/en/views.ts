import type { ViewWords } from '../vi/views';

export const views: ViewWords = {
  title: 'Saved views',
  none: 'No view is saved yet. Set filters, order and map as you like them, then give them a name.',
  save: 'Save what you see',
  nameHint: 'For example: Severe in Đông Kinh',
  replace: 'Replace',
  share: (name: string) => `Copy the link to ${name}`,
  rename: (name: string) => `Rename ${name}`,
  remove: (name: string) => `Delete ${name}`,
  deleted: (name: string) => `The view ${name} is deleted.`,
  putBack: 'Put back',
  where: 'Kept in this browser. Share one by its link.',
  mine: 'Mine',
  mineIs: (unit: string) => `Mine: ${unit}`,
  inView: 'In the map view',
  unit: 'Your agency or unit',
  unitHint: 'For the filter “Mine” of the list. A name without a comma.',
  keys: { open: 'Saved views', pick: 'Go to saved view 1…9' },
};
