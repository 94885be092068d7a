import type { Language } from '../i18n/words';
import { formatClock, formatDateTime } from '../format/dateTime';

const day = 86_400;

/** A moment on an axis that holds so many seconds: the clock within two days, else the day; a day's beginning says its day. */
export function axisTime(at: number, span: number, language: Language): string {
  const clock = formatClock(at);
  if (span <= 2 * day && clock !== '00:00') return clock;
  const [date = ''] = formatDateTime(at, language).split(language === 'vi' ? ' ' : ',');
  // Without the year: an axis is short, and what it shows is near.
  return language === 'vi' ? date.slice(0, 5) : date.split(' ').slice(0, 2).join(' ');
}
