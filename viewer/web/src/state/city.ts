import { computed, signal } from '@preact/signals';
import type { CityInfo, District, Layer } from '../api/types';
import { request } from '../api/request';
import { language, words } from './prefs';
import { asOf } from './view';

export const info = signal<CityInfo | null>(null);
export const layers = signal<Layer[] | null>(null);
export const districts = signal<District[] | null>(null);
export const cityError = signal<unknown>(null);

/** The districts in force now, by name; older editions stay in `districts` for older records. */
export const districtNames = computed(() =>
  new Map((districts.value ?? []).map((district) => [district.id, language.value === 'en' && district.nameEn ? district.nameEn : district.name])));

const withAsOf = (path: string): string => (asOf.value ? `${path}?asOf=${encodeURIComponent(asOf.value)}` : path);

/** Reads what the city is, its layers and its districts side by side: the map needs the first two, and none needs another. */
export async function loadCity(known?: CityInfo): Promise<void> {
  cityError.value = null;
  const nextDistricts = loadDistricts().catch((error: unknown) => { cityError.value = error; });
  try {
    const [nextInfo, nextLayers] = await Promise.all([
      known ?? request<CityInfo>('/api/info'), request<{ items: Layer[] }>(withAsOf('/api/layers')),
    ]);
    info.value = nextInfo;
    layers.value = nextLayers.items;
  } catch (error) {
    cityError.value = error;
  }
  await nextDistricts;
}

export async function loadDistricts(): Promise<void> {
  const answer = await request<{ items: District[] }>(withAsOf('/api/districts'));
  districts.value = answer.items;
}

export async function loadLayers(): Promise<void> {
  layers.value = (await request<{ items: Layer[] }>(withAsOf('/api/layers'))).items;
}

/** The name of a type of incident in the chosen language. An unknown code reads as "other", never as a code. */
export function typeName(code: string): string {
  const known = words.value.incident.types;
  if (code in known) return known[code as keyof typeof known];
  const listed = info.value?.types.find((type) => type.code === code);
  return listed ? listed[language.value] : known.OTHER;
}

export function stateName(code: string): string {
  const known = words.value.incident.states;
  if (code in known) return known[code as keyof typeof known];
  return info.value?.states.find((state) => state.code === code)?.[language.value] ?? '';
}

export function districtName(area: { id: string; name: string } | null): string {
  const none = words.value.incident.noDistrict;
  if (!area) return none;
  // An area that is known to nobody any more comes with its id for a name.
  return districtNames.value.get(area.id) ?? (area.name && area.name !== area.id ? area.name : none);
}
