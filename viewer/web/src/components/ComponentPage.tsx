import './components.css';
import { language } from '../state/prefs';
import { LanguageButton, TextSizeButton, ThemeButton } from '../shell/quickPrefs';
import { Parts } from './Parts';
import { Tokens } from './Tokens';
import { componentWords } from './words';

/** `/?components`: every component in every state, with the tokens they are made of. Loaded only when asked for. */
export function ComponentPage() {
  const w = componentWords[language.value];
  return (
    <main class="components" aria-label={w.title}>
      <header><div><h1>{w.title}</h1><p>{w.lead}</p></div><LanguageButton /><ThemeButton /><TextSizeButton /><a class="button" href="/">{w.back}</a></header>
      <Tokens />
      <Parts />
    </main>
  );
}
