import { effect } from '@preact/signals';
import { mapFailed, mapHandle } from './mapHandle';

/** Calls once the map has drawn everything it asked for, or cannot be drawn at all. */
export function whenMapStands(call: () => void): void {
  let done = false;
  effect(() => {
    const map = mapHandle.value;
    if (done || (!map && !mapFailed.value)) return;
    done = true;
    if (map) map.once('idle', call);
    else call();
  });
}
