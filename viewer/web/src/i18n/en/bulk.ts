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
  assignSome: (able: string, count: string) => `${able} of the ${count} chosen can be assigned; the others have to be received or reopened first.`,
  assignNone: 'None of the chosen can be assigned yet: they have to be received or reopened first.',
  done: {
    acknowledge: (count: string) => `${many(count)} acknowledged.`,
    receive: (count: string) => `${many(count)} received.`,
    assign: (count: string) => `${many(count)} assigned.`,
  },
  notDone: (count: string) => `${count} could not be done and ${count === '1' ? 'is' : 'are'} still chosen:`,
  refusals: {
    changed: 'Somebody just changed it; this is the newest version now, press again to do it.',
    notAllowed: 'Its state does not allow it.',
    first: { receive: 'Not received yet: receive it first, then it can be assigned.', reopen: 'Done or rejected: reopen it first, then it can be assigned.' },
    nothing: 'It is so already.',
    gone: 'It is no longer here.',
    busy: 'The server is busy; try again.',
    other: 'The server did not accept it.',
  },
  keys: { toggle: 'Choose the incident, or not', range: 'Choose up to this row' },
};
