import type { AidsWords } from '../vi/aids';

export const aids: AidsWords = {
  contrast: 'Contrast',
  contrasts: { system: 'As the device', normal: 'Normal', more: 'High' },
  read: 'Read the selection aloud',
  readStop: 'Stop reading',
  reading: 'Reading',
  noVoice: 'This device has no English voice. Add one in its settings.',
  noSpeech: 'This browser cannot read aloud.',
  nothing: 'There is nothing to read. Select a passage or open an incident.',
  print: 'Print this page',
  printed: {
    now: (when: string) => `Figures of ${when} (Vietnam time)`,
    asOf: (when: string, printed: string) => `As of ${when}, printed ${printed} (Vietnam time)`,
    stale: (since: string) => `Stale: the server has been out of reach since ${since}`,
    filter: 'Filter',
    noFilter: 'none',
    source: 'Source',
    rows: (shown: string, of: string) => `${shown} of ${of} incidents`,
    columns: { severity: 'Sev.', title: 'Incident', type: 'Type', state: 'State', place: 'Place', reported: 'Recorded', due: 'Due', name: 'Name', status: 'Status' },
    map: 'The map in view',
  },
};
