import { useEffect, useState } from 'preact/hooks';
import { findFocus } from '../../aids/keepFocusFound';
import { formatNumber } from '../../format/number';
import { onFeed } from '../../state/feed';
import { list, query } from '../../state/incidents';
import { language, words } from '../../state/prefs';
import { asOf } from '../../state/view';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { BulkAssign } from './BulkAssign';
import { countAble } from './bulkMoves';
import { BulkOutcome } from './BulkOutcome';
import { clearSelection, mostSelected, renewed, selection } from './selection';
import { selectMatched } from './selectMatched';
import { useBulk } from './useBulk';

/** What can be done with the chosen incidents, and what became of it. It lies over the end of the list, so that no row moves. */
export function BulkBar() {
  const w = words.value.bulk;
  const bulk = useBulk();
  const [assigning, setAssigning] = useState(false);
  const [selecting, setSelecting] = useState(false);
  const count = selection.value.size;
  const number = (value: number): string => formatNumber(value, language.value);

  useEffect(() => onFeed((messages) => {
    selection.value = renewed(selection.value, messages.flatMap((message) => (message.kind === 'incident' ? [message.incident] : [])));
  }), []);
  // Another question, another answer: what was chosen under the old filters is not meant any more.
  useEffect(() => clearSelection, [query.value, asOf.value]);
  useEffect(() => {
    if (count) return;
    setAssigning(false);
    // What it says is still chosen is not any more.
    if (bulk.problem || bulk.result?.refused.length) bulk.dismiss();
  }, [count]);

  if (asOf.value || (!count && !bulk.result && !bulk.problem)) return null;
  const matched = list.value.matched;
  const all = async (): Promise<void> => {
    setSelecting(true);
    await selectMatched();
    setSelecting(false);
  };
  const assign = async (agency: string): Promise<void> => {
    if (!await bulk.run('assign', { agency })) return;
    setAssigning(false);
    findFocus(() => document.querySelector<HTMLElement>('.panel-list [role=listbox]'));
  };
  return (
    <section class="bulk" aria-label={w.label}>
      {bulk.problem && <p class="problem" role="alert"><Icon name="alert" size={18} />{bulk.problem}</p>}
      {bulk.result && <BulkOutcome result={bulk.result} onDismiss={() => { bulk.dismiss(); clearSelection(); }} />}
      {assigning && count > 0 && <BulkAssign types={[...new Set([...selection.value.values()].map(({ type }) => type))]} count={count} able={countAble(selection.value.values(), 'assign')} busy={bulk.busy !== null} onSend={(agency) => void assign(agency)} onCancel={() => setAssigning(false)} />}
      {count > 0 && (
        <div class="bulk-line">
          <p role="status"><b>{w.selected(number(count))}</b></p>
          {count < Math.min(matched, mostSelected) && (
            <button type="button" class="link" disabled={selecting} onClick={() => void all()}>
              {matched > mostSelected ? w.selectFirst(number(mostSelected)) : w.selectAll(number(matched))}
            </button>
          )}
          <IconButton icon="close" label={w.clear} onClick={() => { bulk.dismiss(); clearSelection(); }} />
        </div>
      )}
      {count > 0 && (
        <div class="bulk-moves">
          <button type="button" class="button button-primary" disabled={bulk.busy !== null} onClick={() => void bulk.run('acknowledge')}><Icon name="eye" size={18} />{w.acknowledge}</button>
          <button type="button" class="button" disabled={bulk.busy !== null} onClick={() => void bulk.run('receive')}><Icon name="inbox" size={18} />{w.receive}</button>
          <button type="button" class="button" disabled={bulk.busy !== null} aria-expanded={assigning} onClick={() => setAssigning(!assigning)}><Icon name="assign" size={18} />{w.assign}</button>
        </div>
      )}
    </section>
  );
}
