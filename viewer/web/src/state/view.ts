import { computed, signal } from '@preact/signals';
import type { Facility, Incident, Position } from '../api/types';

export type View = 'map' | 'work' | 'districts' | 'facilities' | 'handover';

/** Which list is beside the map. */
export const view = signal<View>('work');

/** What slid over the list: at most one thing. */
export type Detail =
  | { kind: 'incident'; id: string }
  | { kind: 'district'; id: string }
  | { kind: 'facility'; id: string }
  /** A feature of a layer: `layer/feature`. */
  | { kind: 'feature'; id: string }
  | { kind: 'report' };
export const detail = signal<Detail | null>(null);

export const selectedIncident = computed(() => (detail.value?.kind === 'incident' ? detail.value.id : null));

/** The moment looked at, ISO 8601 in UTC; null is now. */
export const asOf = signal<string | null>(null);

/** What the pointer is over, in the list or on the map. */
export const hovered = signal<string | null>(null);

/** The last known record of what is selected, for the mark on the map before and beside the detail. */
export const focus = signal<Focus | null>(null);

export interface Focus {
  position: Position;
  footprint?: Incident['footprint'];
  /** It is seen by its shape alone, without a ring around its place. */
  bare?: boolean;
  /** How its mark looks, so that a selected incident is seen even inside a group. */
  mark?: Pick<Incident, 'severity' | 'state' | 'overdue' | 'dueSoon'> | Pick<Facility, 'kind' | 'status'>;
}

/** What the map shows of a selected incident, as far as it is known. */
export function focusOn(incident: Pick<Incident, 'position'> & Partial<Incident>): void {
  const { position, footprint = null, severity, state, overdue = false, dueSoon = false } = incident;
  focus.value = { position, footprint, ...(severity !== undefined && state !== undefined ? { mark: { severity, state, overdue, dueSoon } } : {}) };
}

export function focusOnFacility(facility: Pick<Facility, 'position'> & Partial<Facility>): void {
  const { position, kind, status } = facility;
  focus.value = { position, ...(kind !== undefined && status !== undefined ? { mark: { kind, status } } : {}) };
}

export const helpOpen = signal(false);

/** Height of the sheet on a narrow screen. */
export type SheetHeight = 'low' | 'half' | 'full';
export const sheet = signal<SheetHeight>('half');

export function openIncident(incident: Pick<Incident, 'id' | 'position'> & Partial<Incident>): void {
  focusOn(incident);
  detail.value = { kind: 'incident', id: incident.id };
  if (sheet.value === 'low') sheet.value = 'half';
}

export function openFacility(facility: Pick<Facility, 'id' | 'position'> & Partial<Facility>): void {
  focusOnFacility(facility);
  detail.value = { kind: 'facility', id: facility.id };
  if (sheet.value === 'low') sheet.value = 'half';
}

export function openDistrict(id: string): void {
  focus.value = null;
  detail.value = { kind: 'district', id };
  if (sheet.value === 'low') sheet.value = 'half';
}

export function closeDetail(): void {
  detail.value = null;
  focus.value = null;
}
