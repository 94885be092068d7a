import { effect, untracked } from '@preact/signals';
import type { CityInfo, Layer } from '../api/types';
import { request } from '../api/request';
import type { FeedMessage } from '../feed/feedMessages';
import { cityError, districtName, layers, loadCity, loadDistricts, loadLayers } from './city';
import { onFeed } from './feed';
import { words } from './prefs';
import { showToast } from './toasts';
import { asOf, openDistrict, view } from './view';

/** District figures follow the feed at most this often. */
const districtMilliseconds = 2500;

/** Keeps catalogue and districts in step with time and feed, and tells of notices. */
export async function keepCity(): Promise<string> {
  const known = await firstInfo();
  void loadCity(known);
  let first = true;
  effect(() => {
    void asOf.value;
    if (!first) untracked(() => void Promise.all([loadDistricts(), loadLayers()]).catch(() => undefined));
    first = false;
  });
  let firstDrawn = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  onFeed((messages) => {
    if (messages.some((message) => message.kind === 'reload' || message.kind === 'layer')) void loadLayers().catch(() => undefined);
    for (const message of messages) {
      if (message.kind !== 'notice' || !message.district) continue;
      const id = message.district;
      showToast({
        text: words.value.districts.notice(districtName({ id, name: String(message.data['name'] ?? '') })), tone: 'bad', topic: `notice ${id}`, stays: 20_000,
        action: { label: words.value.moreOpen, run: () => { view.value = 'districts'; openDistrict(id); } },
      });
    }
    firstDrawn ||= drawsFirst(messages, layers.peek() ?? []);
    timer ??= setTimeout(() => {
      timer = undefined;
      if (firstDrawn) void loadLayers().catch(() => undefined);
      firstDrawn = false;
      void loadDistricts().catch(() => undefined);
    }, districtMilliseconds);
  });
  return `${known.epoch}-${known.sequence}`;
}

/** Whether footprints appear in a layer that is said to have none: the feed does not tell of that layer itself. */
export const drawsFirst = (messages: readonly FeedMessage[], known: readonly Pick<Layer, 'id' | 'count'>[]): boolean =>
  messages.some((message) => message.kind === 'incident' && message.incident.footprint !== null) && known.some(({ id, count }) => id === 'incident_footprints' && !count);

/** Asks until the server answers: a page opened a moment too early becomes whole by itself. */
async function firstInfo(): Promise<CityInfo> {
  for (let wait = 500; ; wait = Math.min(8000, wait * 2)) {
    try {
      return await request<CityInfo>('/api/info');
    } catch (error) {
      cityError.value = error;
      await new Promise((done) => setTimeout(done, wait));
    }
  }
}
