import type { Language } from '../i18n/words';
import { cityZone } from './zone';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: cityZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `23/11/2026 14:05` in Vietnamese, `23 Nov 2026, 14:05` in English, in the city's zone. Empty for an unreadable time. */
export function formatDateTime(time: string | number | Date, language: Language): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  const field = Object.fromEntries(parts.formatToParts(date).map((part) => [part.type, part.value]));
  const clock = `${field['hour']}:${field['minute']}`;
  return language === 'vi'
    ? `${field['day']}/${field['month']}/${field['year']} ${clock}`
    : `${Number(field['day'])} ${months[Number(field['month']) - 1]} ${field['year']}, ${clock}`;
}

/** The clock alone, `14:05`, in the city's zone. */
export function formatClock(time: string | number | Date): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  const field = Object.fromEntries(parts.formatToParts(date).map((part) => [part.type, part.value]));
  return `${field['hour']}:${field['minute']}`;
}
