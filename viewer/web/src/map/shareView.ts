import { narrow } from '../state/layout';
import { words } from '../state/prefs';
import { showToast } from '../state/toasts';

/** Hands on the address of what is seen: list, time, open detail and place of the map are all in it. */
export async function shareView(): Promise<void> {
  const { shared, shareFailed } = words.value.map;
  const url = location.href;
  try {
    // A phone has its own way of sharing; elsewhere the clipboard is at hand.
    if (narrow.value && typeof navigator.share === 'function') return await navigator.share({ url, title: document.title });
    await navigator.clipboard.writeText(url);
    showToast({ text: shared, tone: 'good', stays: 3000, topic: 'share' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    showToast({ text: shareFailed, tone: 'bad', stays: 6000, topic: 'share' });
  }
}
