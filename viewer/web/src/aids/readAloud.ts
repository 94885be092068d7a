import { signal } from '@preact/signals';
import { language, words } from '../state/prefs';
import { showToast } from '../state/toasts';

export const reading = signal(false);

/** What is read: the selected words, else what is open, else the list in view. */
function textToRead(): string {
  const selected = String(getSelection() ?? '').trim();
  if (selected) return selected;
  const open = document.querySelector<HTMLElement>('.panel-over-open .headline, .panel-over-open .detail-body') ?? document.querySelector<HTMLElement>('.panel-list .row-current, .panel-list .list-head');
  return open?.innerText.trim() ?? '';
}

/** Voices of a browser may come a moment after they are first asked for. */
function voices(): Promise<SpeechSynthesisVoice[]> {
  const known = speechSynthesis.getVoices();
  if (known.length) return Promise.resolve(known);
  return new Promise((done) => {
    const finish = (): void => done(speechSynthesis.getVoices());
    speechSynthesis.addEventListener('voiceschanged', finish, { once: true });
    setTimeout(finish, 700);
  });
}

/** Reads aloud in the language of the page, or stops. Says why when it cannot. */
export async function readAloud(): Promise<void> {
  const w = words.value.aids;
  const tell = (text: string): void => showToast({ text, topic: 'read', stays: 7000 });
  if (!('speechSynthesis' in globalThis)) return tell(w.noSpeech);
  if (reading.value) {
    speechSynthesis.cancel();
    reading.value = false;
    return;
  }
  const text = textToRead();
  if (!text) return tell(w.nothing);
  const voice = (await voices()).find((candidate) => candidate.lang.toLowerCase().startsWith(language.value));
  if (!voice) return tell(w.noVoice);
  const speech = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang });
  speech.onend = speech.onerror = () => { reading.value = false; };
  reading.value = true;
  speechSynthesis.speak(speech);
}
