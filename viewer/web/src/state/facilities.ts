import { effect, signal, untracked } from '@preact/signals';
import type { Facility, FacilityPage } from '../api/types';
import { request } from '../api/request';
import { onFeed } from './feed';
import { asOf } from './view';

export const facilities = signal<Facility[] | null>(null);
export const facilitiesError = signal<unknown>(null);
export const facilityKind = signal<string | null>(null);
export const facilityStatus = signal<string | null>(null);

/** At most this many facilities are kept in the page; a city has hundreds, a province a few thousand. */
const most = 5000;

export async function loadFacilities(): Promise<void> {
  facilitiesError.value = null;
  try {
    const items: Facility[] = [];
    let after: string | null = null;
    do {
      const params = new URLSearchParams({ limit: '1000' });
      if (asOf.value) params.set('asOf', asOf.value);
      if (after) params.set('after', after);
      const page: FacilityPage = await request<FacilityPage>(`/api/facilities?${params}`);
      items.push(...page.items);
      after = page.next;
    } while (after && items.length < most);
    facilities.value = items;
  } catch (error) {
    facilitiesError.value = error;
  }
}

/** Keeps the facilities in step with the time looked at and the feed. */
export function keepFacilities(): void {
  effect(() => {
    void asOf.value;
    untracked(() => void loadFacilities());
  });
  onFeed((messages) => {
    const changed = new Map(messages.flatMap((message) => (message.kind === 'facility' ? [[message.facility.id, message.facility] as const] : [])));
    if (messages.some((message) => message.kind === 'reload')) void loadFacilities();
    if (!changed.size || !facilities.value) return;
    const known = new Set(facilities.value.map((facility) => facility.id));
    const added = [...changed.values()].filter((facility) => !known.has(facility.id));
    facilities.value = [...facilities.value.map((facility) => changed.get(facility.id) ?? facility), ...added];
  });
}
