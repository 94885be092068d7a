import type { WallWords } from '../vi/wall';

export const wall: WallWords = {
  title: 'Wall',
  open: 'open',
  overdue: 'overdue',
  unacknowledged: 'unacknowledged',
  newest: 'Newest',
  worst: 'Most severe',
  none: 'No incident is open',
  wholeCity: 'The whole city',
  theme: (name: string) => `${name} by district`,
  themes: { open: 'Open', overdue: 'Overdue' },
  pace: (seconds: string) => `changes every ${seconds} s`,
  position: (at: string, of: string) => `${at}/${of}`,
  stale: (since: string) => `The server is out of reach. Figures of ${since}.`,
  never: 'Waiting for the server. The wall fills itself once it answers.',
};
