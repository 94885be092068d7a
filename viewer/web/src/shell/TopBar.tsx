import { AlertButton } from '../alerts/AlertButton';
import { ReadAloudButton } from '../aids/ReadAloudButton';
import { info } from '../state/city';
import { words } from '../state/prefs';
import { ConnectionState } from './ConnectionState';
import { CountFilters } from './CountFilters';
import { Preferences } from './Preferences';
import { SearchBox } from '../search/SearchBox';
import { ThemeButton, LanguageButton, TextSizeButton } from './quickPrefs';
import { TimeControl } from '../time/TimeControl';
import { narrow } from '../state/layout';

/** Name of the city, search, quick filters, time, connection and preferences. */
export function TopBar() {
  const w = words.value;
  return (
    <header class="topbar">
      <a class="brand" href="/" title="CityMap">
        <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><rect width="32" height="32" rx="8" /><path d="M7 10.5 13 8l6 2.5L25 8v13.5L19 24l-6-2.5L7 24z" /><circle cx="16" cy="14.5" r="3.2" /></svg>
        <span class="brand-text"><b>CityMap</b>{info.value && <small>{info.value.name}</small>}</span>
      </a>
      <SearchBox />
      <CountFilters />
      <span class="topbar-space" />
      {info.value?.illustrative && <span class="badge badge-illustrative" title={w.illustrativeHint}>{w.illustrative}</span>}
      <ConnectionState />
      <TimeControl />
      <AlertButton />
      {!narrow.value && <span class="topbar-group"><LanguageButton /><ThemeButton /><TextSizeButton /><ReadAloudButton /></span>}
      <Preferences />
    </header>
  );
}
