const prefix = 'citymap.text.';

/** Texts being written, by a name: they survive another view and a reload of the page, in this tab only. */
export const keptTexts = {
  get(name: string): string {
    try {
      return sessionStorage.getItem(prefix + name) ?? '';
    } catch {
      return '';
    }
  },
  set(name: string, text: string): void {
    try {
      if (text) sessionStorage.setItem(prefix + name, text);
      else sessionStorage.removeItem(prefix + name);
    } catch {
      // Storage may be full or forbidden: the field itself still holds the text.
      return;
    }
  },
};
