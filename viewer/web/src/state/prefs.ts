import { computed, effect, signal } from '@preact/signals';
import type { DistrictFigure } from '../districts/figures';
import type { Language } from '../i18n/words';
import { dictionaries } from '../i18n/words';

export type ThemeChoice = 'light' | 'night' | 'system';
export type TextSize = 'small' | 'normal' | 'large';

/** What a person chose; kept in this browser only. */
interface Stored {
  language: Language;
  theme: ThemeChoice;
  textSize: TextSize;
  actor: string;
  /** The agency or unit whose incidents are "mine". */
  unit: string;
  panelWidth: number;
  layersOpen: boolean;
  hiddenLayers: string[];
  /** How strong layers are drawn, from 0 to 1; those not named fully. */
  layerOpacity: Record<string, number>;
  districtFigure: DistrictFigure;
}

const key = 'citymap.prefs';
const defaults: Stored = {
  language: 'vi', theme: 'system', textSize: 'normal', actor: '', unit: '', panelWidth: 408, layersOpen: false,
  hiddenLayers: ['water_pipes', 'power_lines', 'lighting_lines', 'drains', 'street_lights'],
  layerOpacity: {}, districtFigure: 'none',
};

function read(): Stored {
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Stored>) };
  } catch {
    return defaults;
  }
}

const stored = read();
export const language = signal<Language>(stored.language);
export const themeChoice = signal<ThemeChoice>(stored.theme);
export const textSize = signal<TextSize>(stored.textSize);
export const actor = signal(stored.actor);
export const unit = signal(stored.unit);
export const panelWidth = signal(stored.panelWidth);
export const layersOpen = signal(stored.layersOpen);
export const hiddenLayers = signal<readonly string[]>(stored.hiddenLayers);
export const layerOpacity = signal<Readonly<Record<string, number>>>(stored.layerOpacity);
export const districtFigure = signal<DistrictFigure>(stored.districtFigure);

const dark = matchMedia('(prefers-color-scheme: dark)');
const systemDark = signal(dark.matches);
dark.addEventListener('change', () => (systemDark.value = dark.matches));

/** The theme in force. */
export const theme = computed<'light' | 'night'>(() =>
  themeChoice.value === 'system' ? (systemDark.value ? 'night' : 'light') : themeChoice.value);

/** The words of the chosen language. */
export const words = computed(() => dictionaries[language.value]);

export const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Keeps the document's attributes and the browser's storage in step with the preferences; without `remember` what is chosen lasts as long as the page. */
export function keepPrefs(remember = true): void {
  effect(() => {
    document.documentElement.lang = language.value;
    document.documentElement.dataset['theme'] = theme.value;
    document.documentElement.dataset['text'] = textSize.value;
    document.querySelector('meta[name=theme-color]')?.setAttribute('content', theme.value === 'night' ? '#171C23' : '#FFFFFF');
  });
  if (!remember) return;
  effect(() => {
    const next: Stored = {
      language: language.value, theme: themeChoice.value, textSize: textSize.value, actor: actor.value, unit: unit.value, panelWidth: panelWidth.value,
      layersOpen: layersOpen.value, hiddenLayers: [...hiddenLayers.value],
      layerOpacity: layerOpacity.value, districtFigure: districtFigure.value,
    };
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Storage may be full or forbidden: the choice then lasts as long as the page.
      return;
    }
  });
}
