/** Shares of the severities as one thin bar, worst first. Decoration: the numbers stand beside it. */
export function SeverityBar({ counts }: { counts: Record<string, number> }) {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <span class="severity-bar" aria-hidden="true">
      {total > 0 && [5, 4, 3, 2, 1].map((severity) => {
        const count = counts[severity] ?? 0;
        return count > 0 && <i key={severity} class={`sev-${severity}`} style={{ flexGrow: count }} />;
      })}
    </span>
  );
}
