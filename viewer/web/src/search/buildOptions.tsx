import type { ComponentChildren } from 'preact';
import { districtNames } from '../districts/districtNames';
import { formatCoordinates } from '../format/coordinates';
import { formatDistance } from '../format/distance';
import { formatNumber } from '../format/number';
import { flyTo, flyToBounds } from '../map/mapHandle';
import { pickedPlace } from '../state/draft';
import { setQuery } from '../state/incidents';
import { hiddenLayers, language, layersOpen, words } from '../state/prefs';
import { openDistrict, openFacility, openIncident, view } from '../state/view';
import { Icon } from '../ui/Icon';
import { readPlace } from './goToPlace';
import { SearchIcon } from './SearchIcon';
import type { SearchGroup, SearchItem, SearchKind } from './searchTypes';

export interface Option { key: string; body: ComponentChildren; run: () => void }
export interface OptionGroup { key: string; title: string; count: string; options: Option[] }

/** What can be chosen, in the order of the arrows: a place in numbers, what was found, and the list filtered by the words. */
export function buildOptions(text: string, groups: readonly SearchGroup[]): OptionGroup[] {
  const w = words.value.find;
  const shown = groups.map((group) => found(group));
  const place = readPlace(text);
  if (place) {
    const run = (): void => { flyTo(place.position); pickedPlace.value = place.position; };
    const detail = place.vn2000 ? w.vn2000 : w.degrees;
    shown.unshift({ key: 'place', title: w.coordinates, count: '', options: [{ key: 'place', run, body: <Line icon={<span class="search-icon" aria-hidden="true"><Icon name="target" size={18} /></span>} name={w.goTo(formatCoordinates(place.position))} where={detail} /> }] });
  } else {
    const run = (): void => { view.value = 'work'; setQuery({ text: text.trim() }); };
    shown.push({ key: 'filter', title: w.list, count: '', options: [{ key: 'filter', run, body: <Line icon={<span class="search-icon" aria-hidden="true"><Icon name="filter" size={18} /></span>} name={w.filterBy(text.trim())} where={w.filterHint} /> }] });
  }
  return shown;
}

function found(group: SearchGroup): OptionGroup {
  const w = words.value.find;
  const more = group.numberMatched > group.items.length;
  return {
    key: group.kind, title: w.kinds[group.kind], count: more ? formatNumber(group.numberMatched, language.value) : '',
    options: group.items.map((item) => ({
      key: `${group.kind}/${item.id}`, run: () => open(group.kind, item),
      body: <Line icon={<SearchIcon kind={group.kind} item={item} />} name={item.name} where={whereOf(group.kind, item)} away={item.metres} />,
    })),
  };
}

function whereOf(kind: SearchKind, item: SearchItem): string {
  const w = words.value;
  if (kind === 'layer') return item.where ?? '';
  if (kind === 'area') return districtNames.value.get(item.id) && item.code && item.code in w.districts.kinds ? w.districts.kinds[item.code as keyof typeof w.districts.kinds] : '';
  return [kind === 'incident' && !item.open ? w.find.done : '', item.where ?? ''].filter(Boolean).join(' · ');
}

function Line({ icon, name, where, away = null }: { icon: ComponentChildren; name: string; where: string; away?: number | null }) {
  return (
    <>
      {icon}
      <span class="search-name"><span>{name}</span>{where && <small>{where}</small>}</span>
      {away !== null && <small class="search-away figures">{formatDistance(away, language.value, words.value.units)}</small>}
    </>
  );
}

/** Opens what was found, and brings the map to it. */
function open(kind: SearchKind, item: SearchItem): void {
  if (kind === 'layer') {
    hiddenLayers.value = hiddenLayers.value.filter((id) => id !== item.id);
    layersOpen.value = true;
    return;
  }
  if (kind === 'area') {
    view.value = 'districts';
    openDistrict(item.id);
    if (item.bounds) flyToBounds(item.bounds);
    return;
  }
  const position = item.position;
  if (!position) return;
  if (kind === 'facility') openFacility({ id: item.id, position });
  else if (kind === 'incident') openIncident({ id: item.id, position });
  else pickedPlace.value = position;
  if (item.bounds && (kind === 'street' || kind === 'place')) flyToBounds(item.bounds);
  else flyTo(position);
}
