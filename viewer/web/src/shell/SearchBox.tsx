import { useEffect, useRef, useState } from 'preact/hooks';
import type { Incident, IncidentPage } from '../api/types';
import { request } from '../api/request';
import { formatCoordinates } from '../format/coordinates';
import { districts } from '../state/city';
import { pickedPlace } from '../state/draft';
import { facilities } from '../state/facilities';
import { setQuery } from '../state/incidents';
import { words } from '../state/prefs';
import { asOf, openDistrict, openFacility, openIncident, view } from '../state/view';
import { flyTo, flyToBounds } from '../map/mapHandle';
import { Icon } from '../ui/Icon';
import { Mark } from '../ui/Mark';
import { FacilityIcon } from '../facilities/FacilityIcon';
import { searchLoaded } from './searchResults';
import type { ComponentChildren } from 'preact';

interface Option { key: string; group: string; body: ComponentChildren; run: () => void }

/** Search over incidents (asked from the server), facilities, districts and coordinates. */
export function SearchBox() {
  const w = words.value.search;
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = useIncidentSearch(text);
  const input = useRef<HTMLInputElement>(null);
  const options = text.trim().length > 1 ? buildOptions(text, found) : [];
  const choose = (option: Option | undefined): void => {
    if (!option) return;
    option.run();
    setOpen(false);
    input.current?.blur();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setActive((at) => Math.min(options.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setActive((at) => Math.max(0, at - 1));
    else if (event.key === 'Enter') choose(options[active]);
    else if (event.key === 'Escape') {
      if (text) setText('');
      else input.current?.blur();
      setOpen(false);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shown = open && text.trim().length > 1;
  return (
    <div class="search" onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOpen(false); }}>
      <Icon name="search" size={18} />
      <input ref={input} id="search" type="search" list={undefined} role="combobox" autocomplete="off" spellcheck={false} value={text} placeholder={w.placeholder} aria-label={w.label}
        aria-expanded={shown} aria-controls="search-results" aria-autocomplete="list" aria-activedescendant={shown && options[active] ? `search-${active}` : undefined}
        onFocus={() => setOpen(true)} onKeyDown={onKey} onInput={(event) => { setText(event.currentTarget.value); setActive(0); setOpen(true); }} />
      <kbd aria-hidden="true">/</kbd>
      <div id="search-results" class="search-results" role="listbox" aria-label={w.label} hidden={!shown}>
        {shown && options.map((option, index) => (
          <div key={option.key} id={`search-${index}`} role="option" aria-selected={index === active} class="search-option"
            onPointerDown={(event) => { event.preventDefault(); choose(option); }} onMouseEnter={() => setActive(index)}>
            {option.body}<small>{option.group}</small>
          </div>
        ))}
      </div>
    </div>
  );
}

function useIncidentSearch(text: string): Incident[] {
  const [found, setFound] = useState<Incident[]>([]);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted.length < 2) {
      setFound([]);
      return undefined;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      const params = new URLSearchParams({ q: wanted.normalize('NFC'), limit: '6' });
      if (asOf.value) params.set('asOf', asOf.value);
      request<IncidentPage>(`/api/incidents?${params}`, { signal: abort.signal }).then((page) => setFound(page.items), () => undefined);
    }, 180);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text]);
  return found;
}

function buildOptions(text: string, incidents: readonly Incident[]): Option[] {
  const w = words.value.search;
  const local = searchLoaded(text, { districts: districts.value ?? [], facilities: facilities.value ?? [] });
  const options: Option[] = [];
  const place = local.place;
  if (place) {
    options.push({ key: 'place', group: w.place, body: <><Icon name="pin" /><span>{w.goTo(formatCoordinates(place))}</span></>,
      run: () => { flyTo(place); pickedPlace.value = place; } });
  }
  for (const item of local.districts) {
    options.push({ key: item.id, group: w.districts, body: <><Icon name="area" /><span>{item.name}</span></>,
      run: () => { view.value = 'districts'; openDistrict(item.id); flyToBounds(item.bounds); } });
  }
  for (const item of local.facilities) {
    options.push({ key: item.id, group: w.facilities, body: <><FacilityIcon kind={item.kind} /><span>{item.name}</span></>,
      run: () => { openFacility(item); flyTo(item.position); } });
  }
  for (const item of incidents) {
    options.push({ key: item.id, group: w.incidents, body: <><Mark severity={item.severity} state={item.state} decorative /><span>{item.title}</span></>,
      run: () => { openIncident(item); flyTo(item.position); } });
  }
  options.push({ key: 'filter', group: w.incidents, body: <><Icon name="filter" /><span>{w.filterBy(text.trim())}</span></>,
    run: () => { view.value = 'work'; setQuery({ text: text.trim() }); } });
  return options;
}
