import { words } from '../state/prefs';

/** Rows in the shape of what is coming. */
export function Skeleton({ rows }: { rows: number }) {
  return (
    <div class="skeleton" role="status" aria-label={words.value.loading}>
      {Array.from({ length: rows }, (_, row) => (
        <div class="skeleton-row" key={row}><i /><span><b style={{ width: `${70 - (row % 4) * 9}%` }} /><b style={{ width: `${45 + (row % 3) * 8}%` }} /></span></div>
      ))}
    </div>
  );
}
