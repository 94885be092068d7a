import { render } from 'preact';
import './styles/index.css';
import { keepAlerts } from './alerts/keepAlerts';
import { keepBadge } from './alerts/keepBadge';
import { keepContrast } from './aids/contrast';
import { keepFocusFound } from './aids/keepFocusFound';
import { keepOutbox } from './connection/keepOutbox';
import { keepPrinting } from './print/printing';
import { App } from './shell/App';
import { keepAddress } from './state/address';
import { keepCity } from './state/keepCity';
import { keepClock } from './state/clock';
import { keepFacilities } from './state/facilities';
import { keepFeed } from './state/feed';
import { firstAnswers } from './state/firstAnswers';
import { keepIncidents } from './state/incidents';
import { keepKeys } from './state/keys';
import { keepBasemap, loadBasemaps, wantedBasemap } from './state/basemap';
import { keepLayerOrder } from './state/layerOrder';
import { keepOutside } from './state/outside';
import { keepPrefs } from './state/prefs';
import { view } from './state/view';
import { keepInView } from './views/keepInView';
import { keepViews } from './views/savedViews';
import { keepPlaying } from './time/player';
import { fetchLazy } from './ui/lazy';
import { whenMapStands } from './map/whenMapStands';

const root = document.getElementById('app');
const wanted = new URLSearchParams(location.search);

/** The data of every page: the city's position in the journal is read first, so that lists read after it and the feed that starts from it leave no gap. */
function keepData(): void {
  keepClock();
  void keepCity().then((position) => {
    keepIncidents();
    keepFacilities();
    keepOutside();
    keepFeed(position);
  });
}

function start(): void {
  keepAddress();
  keepKeys();
  keepPlaying();
  keepOutbox();
  keepPrinting();
  keepFocusFound();
  keepLayerOrder();
  keepBasemap();
  if (wantedBasemap.value) void loadBasemaps();
  keepData();
  keepViews();
  keepInView();
  keepAlerts();
  keepBadge();
  void firstAnswers().then(() => { if (root) render(<App />, root); });
  whenMapStands(() => void fetchLazy());
}

async function startWall(): Promise<void> {
  document.documentElement.dataset['wall'] = '';
  const [{ Wall }, { keepWall }] = await Promise.all([import('./wall/Wall'), import('./wall/wallData')]);
  view.value = 'map';
  keepData();
  keepWall();
  if (root) render(<Wall />, root);
}

keepContrast();
keepPrefs(!wanted.has('wall'));
if (wanted.has('components')) {
  void import('./components/ComponentPage').then(({ ComponentPage }) => { if (root) render(<ComponentPage />, root); });
} else if (wanted.has('wall')) void startWall();
else start();
