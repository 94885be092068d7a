import { effect } from '@preact/signals';
import { render } from 'preact';
import './styles/index.css';
import { App } from './shell/App';
import { keepAddress } from './state/address';
import { info } from './state/city';
import { keepCity } from './state/keepCity';
import { keepClock } from './state/clock';
import { keepFacilities } from './state/facilities';
import { keepFeed } from './state/feed';
import { cityCounts, keepIncidents } from './state/incidents';
import { keepKeys } from './state/keys';
import { keepOutside } from './state/outside';
import { keepPrefs } from './state/prefs';
import { keepPlaying } from './time/player';

const root = document.getElementById('app');

function start(): void {
  keepAddress();
  keepClock();
  keepKeys();
  keepPlaying();
  // The city's position in the journal is read first: lists read after it, and the feed that starts from it, leave no gap.
  void keepCity().then((position) => {
    keepIncidents();
    keepFacilities();
    keepOutside();
    keepFeed(position);
  });

  // What needs a person is visible from another tab, too.
  effect(() => {
    const waiting = cityCounts.value?.unacknowledged ?? 0;
    document.title = `${waiting ? `(${waiting > 999 ? '999+' : waiting}) ` : ''}CityMap${info.value ? ` · ${info.value.name}` : ''}`;
  });
  if (root) render(<App />, root);
}

keepPrefs();
if (new URLSearchParams(location.search).has('components')) {
  void import('./components/ComponentPage').then(({ ComponentPage }) => { if (root) render(<ComponentPage />, root); });
} else start();
