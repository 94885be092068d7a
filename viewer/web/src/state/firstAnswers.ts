import { effect } from '@preact/signals';
import { cityError, info, layers } from './city';
import { list } from './incidents';

/** A server that takes longer is waited for with the page in sight. */
const patienceMilliseconds = 250;

/**
 * Once what the page shows first is known, which it mostly is before the page's code (`early.js`): a page made with it is laid out and painted
 * once, not first without it. Comes in any case after a moment.
 */
export async function firstAnswers(): Promise<void> {
  let stop = (): void => undefined;
  await new Promise<void>((done) => {
    setTimeout(done, patienceMilliseconds);
    stop = effect(() => {
      if (cityError.value !== null || (info.value && layers.value && list.value.loading !== 'first')) done();
    });
  });
  stop();
}
