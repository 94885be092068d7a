import type { FacilityWords } from '../vi/facility';

/** Words of a facility's own page. */
export const facility: FacilityWords = {
  availability: (percent, days) => `Working ${percent} of the last ${days} days`,
  noStatus: 'Nobody has recorded a status yet.',
  statusHistory: 'Status over time',
  span: (status, from, to) => `${status}: ${from} – ${to}`,
  untilNow: 'now',
  range: 'Time span',
  ranges: { day: '24 hours', week: '7 days', month: '31 days' },
  noReadings: 'There are no readings in this span.',
  reading: (quantity, latest) => `${quantity}, latest ${latest}`,
  at: (time, value) => `${time}: ${value}`,
  between: (low, high) => `from ${low} to ${high}`,
  min: (value) => `at least ${value}`, max: (value) => `at most ${value}`,
  crossed: 'limit crossed',
  nearby: 'Incidents nearby', nearbyHint: 'Open, within 500 m', nearbyNone: 'No incident is open within 500 m.',
  edit: 'Edit', move: 'Move on the map', moved: 'Facility moved',
  editCapacity: 'Update the capacity', capacity: 'Capacity', used: 'In use', capacitySaved: 'Capacity updated',
  wholeNumber: 'Write a number of 0 or more, or leave it empty when unknown.',
  conflict: 'Somebody else has just updated this facility. What is new has been loaded; look again, then save.',
  reason: 'Reason',
  full: (percent) => `${percent} full`,
};
