import type { ConnectionWords } from '../vi/connection';

export const connection: ConnectionWords = {
  live: 'Live',
  connecting: 'Connecting',
  catchingUp: 'Catching up',
  stale: (since: string) => `Stale since ${since}`,
  offline: 'Offline',
  paused: 'Paused',
  hint: 'State of the live feed',
  bandStale: (since: string) => `The server has been out of reach since ${since}.`,
  bandOffline: (since: string) => `This device has been offline since ${since}.`,
  bandHint: 'What you see is of that moment. The page reconnects by itself.',
  bandKept: (count: string) => `What you see is of that moment. ${count} waiting to be sent; sent by itself on reconnecting.`,
  kept: (label: string) => `Not sent yet: ${label}. Sent by itself once the server is back.`,
  doNotSend: 'Do not send',
  sentNow: (label: string) => `Sent: ${label}`,
  notTaken: (label: string, why: string) => `Not accepted: ${label}. ${why}`,
  changedMeanwhile: (state: string) => `Somebody changed the incident while the server was out of reach; it is “${state}” by now. Open it, and do it again if still needed.`,
  waitingMoves: (moves: string) => `Waiting to be sent: ${moves}. Sent by itself once the server is back.`,
  waitingReport: 'It has not reached the server yet. The report is kept here and sent by itself once the server is back; no need to press again.',
  woke: 'This device just woke up; fetching what is new.',
};
