import { useState } from 'preact/hooks';
import { reducedMotion, words } from '../state/prefs';
import { showToast } from '../state/toasts';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { Popover } from '../ui/Popover';
import { bookmarks, keepBookmarks, mostBookmarks, withBookmark, type Bookmark } from './bookmarks';
import { mapHandle } from './mapHandle';

/** Places of the map to come back to: named, kept in this browser. */
export function Bookmarks() {
  const w = words.value.mapping.bookmarks;
  return (
    <Popover label={w.title} class="icon-button" align="end" button={<><Icon name="bookmark" /><span class="visually-hidden">{w.title}</span></>}>
      {(close) => <Places close={close} />}
    </Popover>
  );
}

function Places({ close }: { close: () => void }) {
  const w = words.value.mapping.bookmarks;
  const [name, setName] = useState('');
  const all = bookmarks.value;
  const wanted = name.normalize('NFC').trim();
  const full = all.length >= mostBookmarks && !all.some((one) => one.name === wanted);
  const save = (event: Event): void => {
    event.preventDefault();
    const map = mapHandle.value;
    if (!map || !wanted || full) return;
    const { lng: lon, lat } = map.getCenter();
    keepBookmarks(withBookmark(all, { name: wanted, lon, lat, zoom: map.getZoom(), bearing: map.getBearing() }));
    showToast({ text: w.saved, tone: 'good', topic: 'share', stays: 2500 });
    setName('');
  };
  const go = (one: Bookmark): void => {
    close();
    mapHandle.value?.flyTo({ center: [one.lon, one.lat], zoom: one.zoom, bearing: one.bearing, duration: reducedMotion() ? 0 : 900 });
  };
  return (
    <div class="bookmarks">
      {all.length === 0 && <p class="field-hint">{w.none}</p>}
      <ul class="choose">
        {all.map((one) => (
          <li key={one.name} class="bookmark">
            <button type="button" class="choose-item" title={w.go(one.name)} onClick={() => go(one)}><Icon name="bookmark" size={18} /><span>{one.name}</span></button>
            <IconButton icon="close" label={w.remove(one.name)} onClick={() => keepBookmarks(all.filter((other) => other !== one))} />
          </li>
        ))}
      </ul>
      <form onSubmit={save}>
        <label class="field"><span>{w.name}</span><input value={name} maxLength={60} placeholder={w.nameHint} onInput={(event) => setName(event.currentTarget.value)} /></label>
        <button type="submit" class="button button-wide" disabled={!wanted || full}>{w.save}</button>
        <p class="field-hint">{full ? w.full : w.here}</p>
      </form>
    </div>
  );
}
