import { effect, signal } from '@preact/signals';

export type ContrastChoice = 'system' | 'normal' | 'more';
const key = 'citymap.contrast';
const asked = matchMedia('(prefers-contrast: more)');
const system = signal(asked.matches);
asked.addEventListener('change', () => (system.value = asked.matches));

function read(): ContrastChoice {
  try {
    const stored = localStorage.getItem(key);
    return stored === 'normal' || stored === 'more' ? stored : 'system';
  } catch {
    return 'system';
  }
}

export const contrast = signal<ContrastChoice>(read());

export function chooseContrast(choice: ContrastChoice): void {
  contrast.value = choice;
  try {
    localStorage.setItem(key, choice);
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
    return;
  }
}

/** Keeps the document's attribute in step with what is chosen, or with the device. */
export function keepContrast(): void {
  effect(() => {
    document.documentElement.dataset['contrast'] = contrast.value === 'more' || (contrast.value === 'system' && system.value) ? 'more' : 'normal';
  });
}
