import { computed } from '@preact/signals';
import { districts } from '../state/city';

/** The names of the loaded districts by id. */
export const districtNames = computed(() => new Map((districts.value ?? []).map((district) => [district.id, district.name])));
