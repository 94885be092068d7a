import { language, textSize, theme, themeChoice, words, type TextSize } from '../state/prefs';
import { IconButton } from '../ui/IconButton';

/** The other language by its own name, so that somebody lost in the wrong one finds home. */
export function LanguageButton() {
  const other = language.value === 'vi' ? 'en' : 'vi';
  const label = words.value.prefs.switchLanguage;
  return (
    <button type="button" class="icon-button language-button" title={label} lang={other} onClick={() => (language.value = other)}>
      <span aria-hidden="true">{language.value.toUpperCase()}</span><span class="visually-hidden">{label}</span>
    </button>
  );
}

export function ThemeButton() {
  const night = theme.value === 'night';
  const prefs = words.value.prefs;
  return <IconButton icon={night ? 'sun' : 'moon'} label={night ? prefs.toLight : prefs.toNight} onClick={() => (themeChoice.value = night ? 'light' : 'night')} />;
}

const sizes: readonly TextSize[] = ['small', 'normal', 'large'];

export function TextSizeButton() {
  const prefs = words.value.prefs;
  const next = sizes[(sizes.indexOf(textSize.value) + 1) % sizes.length] ?? 'normal';
  const label = `${prefs.textSize}: ${{ small: prefs.smaller, normal: prefs.normal, large: prefs.larger }[next]}`;
  return <IconButton icon="text" label={label} onClick={() => (textSize.value = next)} />;
}
