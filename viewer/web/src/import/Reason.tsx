import { language } from '../state/prefs';
import { sayReason } from './sayReason';

/** Why a row or a file is refused. */
export function Reason({ text }: { text: string }) {
  const said = sayReason(text, language.value);
  return <span lang={said.lang}>{said.text}</span>;
}
