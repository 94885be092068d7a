import type { District, Facility, Position } from '../api/types';
import { parseCoordinates } from '../format/coordinates';
import { fold } from '../format/fold';

export interface SearchSources {
  districts: readonly District[];
  facilities: readonly Facility[];
}

export interface LocalResults { place: Position | null; districts: District[]; facilities: Facility[] }

/** Ranks names: the whole begins with the words, then a word does, then anywhere. Negative: no match. */
export function rank(name: string, wanted: string): number {
  const text = fold(name);
  const words = fold(wanted).split(/\s+/).filter(Boolean);
  if (!words.length || !words.every((word) => text.includes(word))) return -1;
  if (text.startsWith(words.join(' '))) return 2;
  return words.some((word) => ` ${text}`.includes(` ${word}`)) ? 1 : 0;
}

/** Finds among what the page already holds; accents and case do not matter. */
export function searchLoaded(text: string, sources: SearchSources, most = 5): LocalResults {
  const best = <T>(items: readonly T[], name: (item: T) => string): T[] =>
    items.map((item) => ({ item, score: rank(name(item), text) }))
      .filter(({ score }) => score >= 0)
      .sort((a, b) => b.score - a.score || name(a.item).length - name(b.item).length)
      .slice(0, most)
      .map(({ item }) => item);
  return {
    place: parseCoordinates(text),
    districts: best(sources.districts, (district) => `${district.name} ${district.nameEn ?? ''}`),
    facilities: best(sources.facilities, (facility) => `${facility.name} ${facility.nameEn ?? ''}`),
  };
}
