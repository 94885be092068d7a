import { useEffect, useState } from 'preact/hooks';
import { formatDateTime } from '../format/dateTime';
import { narrow } from '../state/layout';
import { language, words } from '../state/prefs';
import { asOf } from '../state/view';
import { Icon } from '../ui/Icon';
import { goTo } from './goTo';
import { playing } from './player';

/** Leaving the present is unmistakable: a band over everything, and a frame around the map. */
export function PastBanner() {
  const w = words.value.time;
  const text = asOf.value ? w.banner(formatDateTime(asOf.value, language.value)) : '';
  return (
    <>
      <Said text={text} />
      {text && (
        <section class="past" aria-label={w.button}>
          <Icon name="history" />
          <p><b>{text}</b><span>{w.bannerHint}</span></p>
          <button type="button" class="button" onClick={() => goTo(null)} title={`${w.back} (0)`}>{w.back}{!narrow.value && <kbd>0</kbd>}</button>
        </section>
      )}
    </>
  );
}

const restMilliseconds = 900;

/** Tells readers of the screen where in time they are, once they have arrived; a film does not talk over itself. */
function Said({ text }: { text: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (playing.value) return undefined;
    const timer = setTimeout(() => setSaid((before) => text || (before && words.value.time.backNow)), restMilliseconds);
    return () => clearTimeout(timer);
  }, [text, playing.value]);
  return <p class="visually-hidden" role="status">{said}</p>;
}
