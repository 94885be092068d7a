/** Folds a text for comparing: no case, no diacritics, `đ` as `d`. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{Mn}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
