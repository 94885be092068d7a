import { FacilityIcon } from '../facilities/FacilityIcon';
import { Icon } from '../ui/Icon';
import type { IconName } from '../ui/iconPaths';
import { typeIcon } from '../ui/typeIcon';
import type { SearchItem, SearchKind } from './searchTypes';

const icons: Record<Exclude<SearchKind, 'facility' | 'incident'>, IconName> = { area: 'area', street: 'street', place: 'pin', layer: 'layers' };

/** What kind of thing was found: a facility by its own icon, an incident by that of its type. */
export function SearchIcon({ kind, item }: { kind: SearchKind; item: SearchItem }) {
  if (kind === 'facility') return <FacilityIcon kind={item.code ?? ''} />;
  return <span class={`search-icon${kind === 'incident' && item.open ? ' search-icon-open' : ''}`} aria-hidden="true"><Icon name={kind === 'incident' ? typeIcon(item.code ?? '') : icons[kind]} size={18} /></span>;
}
