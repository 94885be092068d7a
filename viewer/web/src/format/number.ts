import type { Language } from '../i18n/words';

const formats: Record<Language, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('de-DE', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }),
};

/** `1.234,5` in Vietnamese, `1,234.5` in English. German grouping is the same as Vietnamese and present in every browser. */
export function formatNumber(value: number, language: Language): string {
  return formats[language].format(value);
}

/** A count for a tight place: `12,3k` above ten thousand. */
export function formatCompact(value: number, language: Language): string {
  if (value < 10_000) return formatNumber(value, language);
  const short = value < 1_000_000 ? [value / 1000, 'k'] as const : [value / 1_000_000, 'M'] as const;
  return `${formatNumber(Math.round(short[0] * 10) / 10, language)}${short[1]}`;
}
