import type { LayerField } from '../api/types';
import { formatDateTime } from '../format/dateTime';
import { parseDateTime } from '../format/parseDateTime';
import type { Value } from './featureApi';

/** What an input shows of a value; times as day, month, year and the clock of the city. */
export function toText(value: Value | undefined, field: Pick<LayerField, 'type'>): string {
  if (value === null || value === undefined) return '';
  if (field.type !== 'Timestamp') return String(value);
  return formatDateTime(String(value), 'vi');
}

/** The value a text stands for; undefined when it is none. An empty text is no value. */
export function fromText(text: string, field: Pick<LayerField, 'type'>): Value | undefined {
  const trimmed = text.normalize('NFC').trim();
  if (trimmed === '') return null;
  switch (field.type) {
    case 'Integer': return /^[+-]?\d{1,15}$/.test(trimmed) ? Number(trimmed) : undefined;
    case 'Real': {
      const number = Number(trimmed.replace(',', '.'));
      return Number.isFinite(number) ? number : undefined;
    }
    case 'Boolean': return trimmed === 'true' ? true : trimmed === 'false' ? false : undefined;
    case 'Timestamp': return parseDateTime(trimmed)?.toISOString();
    default: return text.normalize('NFC');
  }
}
