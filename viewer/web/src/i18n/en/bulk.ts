import type { BulkWords } from '../vi/bulk';

const many = (count: string): string => (count === '1' ? '1 incident' : `${count} incidents`);

export const bulk: BulkWords = {
  label: 'Chosen incidents',
  select: (title: string) => `Choose ${title}`,
  selected: (count: string) => `${count} chosen`,
  selectAll: (count: string) => `Choose all ${count}`,
  selectFirst: (count: string) => `Choose the first ${count}`,
  clear: 'Choose none',
  acknowledge: 'Acknowledge', receive: 'Receive', assign: 'Assign…',
  assignAll: (count: string) => `Assign ${many(count)}`,
  done: {
    acknowledge: (count: string) => `${many(count)} acknowledged.`,
    receive: (count: string) => `${many(count)} received.`,
    assign: (count: string) => `${many(count)} assigned.`,
  },
  notDone: (count: string) => `${count} could not be done and ${count === '1' ? 'is' : 'are'} still chosen:`,
  refusals: {
    changed: 'Somebody just changed it; this is the newest version now, press again to do it.',
    notAllowed: 'Its state does not allow it.',
    nothing: 'It is so already.',
    gone: 'It is no longer here.',
    busy: 'The server is busy; try again.',
    other: 'The server did not accept it.',
  },
  keys: { toggle: 'Choose the incident, or not', range: 'Choose up to this row' },
};
