import { effect } from '@preact/signals';
import { addressParams } from '../query/incidentQuery';
import { usualSort } from '../query/sortParam';
import { query, sort } from './incidents';
import { asOf, detail, view, type View } from './view';

const views: readonly View[] = ['map', 'work', 'districts', 'facilities', 'handover'];

/** Keeps the page's address in step with what is looked at, so that it can be sent to somebody and opened again. */
export function keepAddress(): void {
  const start = new URLSearchParams(location.search);
  const wanted = start.get('view') as View | null;
  if (wanted && views.includes(wanted)) view.value = wanted;
  asOf.value = start.get('asOf');
  for (const kind of ['incident', 'district', 'facility', 'feature'] as const) {
    const id = start.get(kind);
    if (id) detail.value = { kind, id };
  }
  effect(() => {
    const params = addressParams(query.value, asOf.value);
    if (sort.value !== usualSort) params.set('sort', sort.value);
    if (view.value !== 'work') params.set('view', view.value);
    const open = detail.value;
    if (open && open.kind !== 'report') params.set(open.kind, open.id);
    const text = params.toString();
    history.replaceState(null, '', `${location.pathname}${text ? `?${text}` : ''}${location.hash}`);
  });
}
