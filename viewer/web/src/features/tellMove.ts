import type { LayerField } from '../api/types';
import { formatDateTime } from '../format/dateTime';
import { formatNumber } from '../format/number';
import type { Language, Words } from '../i18n/words';
import type { FeatureMove, Value } from './featureApi';

/** A value as people read it. */
export function tellValue(value: Value | undefined, field: Pick<LayerField, 'type' | 'unit'>, words: Words, language: Language): string {
  const w = words.feature;
  if (value === null || value === undefined || value === '') return w.nothing;
  if (typeof value === 'boolean') return value ? w.yes : w.no;
  if (typeof value === 'number') return `${formatNumber(value, language)}${field.unit ? ` ${field.unit}` : ''}`;
  return field.type === 'Timestamp' ? formatDateTime(value, language) : value;
}

/** One edit in plain words: who, what, and each field from what to what. */
export function tellMove(move: FeatureMove, fields: readonly LayerField[], words: Words, language: Language): { who: string; what: string; lines: string[] } {
  const w = words.feature.history;
  const who = move.actor === 'anonymous' || !move.actor ? words.incident.history.anonymous : move.actor;
  const changed = Object.entries(move.data.fields ?? {});
  const shape = move.data.shape;
  const what = move.kind === 'feature.created' ? w.created
    : move.kind === 'feature.removed' ? w.removed
    : shape && changed.length ? w.both
    : shape ? { set: w.placed, changed: w.moved, removed: w.unplaced }[shape]
    : w.changed;
  const lines = move.kind === 'feature.removed' ? [] : changed.map(([name, { from, to }]) => {
    const field = fields.find((one) => one.name === name) ?? { name, type: 'Text' };
    const title = field.title?.[language] || name;
    const next = tellValue(to, field, words, language);
    return from === undefined || from === null ? `${title}: ${next}` : `${title}: ${tellValue(from, field, words, language)} → ${next}`;
  });
  return { who, what, lines };
}
