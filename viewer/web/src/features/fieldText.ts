import type { LayerField } from '../api/types';
import type { Value } from './featureApi';

/** What an input shows of a value; times as the clock of the city (UTC+7) shows them. */
export function toText(value: Value | undefined, field: Pick<LayerField, 'type'>): string {
  if (value === null || value === undefined) return '';
  if (field.type !== 'Timestamp') return String(value);
  const at = Date.parse(String(value));
  return Number.isNaN(at) ? '' : new Date(at + 7 * 3_600_000).toISOString().slice(0, 19);
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
    case 'Timestamp': {
      const at = Date.parse(`${trimmed.length === 16 ? `${trimmed}:00` : trimmed}+07:00`);
      return Number.isNaN(at) ? undefined : new Date(at).toISOString();
    }
    default: return text.normalize('NFC');
  }
}
