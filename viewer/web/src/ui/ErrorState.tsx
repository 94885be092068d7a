import { explain } from '../state/explain';
import { words } from '../state/prefs';
import { EmptyState } from './EmptyState';

/** What went wrong and the way on. */
export function ErrorState({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <EmptyState icon="alert" title={explain(error)}>
      <button type="button" class="button" onClick={retry}>{words.value.retry}</button>
    </EmptyState>
  );
}
