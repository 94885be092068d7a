import { signal } from '@preact/signals';
import type { Position } from '../api/types';
import { words } from '../state/prefs';
import { showToast } from '../state/toasts';

/** True while the device is asked where it is. */
export const locating = signal(false);

const patienceMilliseconds = 15_000;

/** Where the device is; null, with the reason said, when it cannot or may not tell. */
export function here(): Promise<Position | null> {
  const w = words.value.phone;
  const fail = (text: string): null => {
    showToast({ text, topic: 'here', tone: 'bad', stays: 8000 });
    return null;
  };
  if (!('geolocation' in navigator)) return Promise.resolve(fail(w.noPlace));
  locating.value = true;
  return new Promise<Position | null>((done) => navigator.geolocation.getCurrentPosition(
    ({ coords }) => done({ lon: coords.longitude, lat: coords.latitude }),
    (error) => done(fail(error.code === error.PERMISSION_DENIED ? w.forbidden : w.noPlace)),
    { enableHighAccuracy: true, timeout: patienceMilliseconds, maximumAge: 10_000 },
  )).finally(() => { locating.value = false; });
}
