/** A small line without axes; the dashed line is the limit. */
export function Sparkline({ points, limit, label }: { points: ReadonlyArray<readonly [number, number]>; limit: number | null; label: string }) {
  const width = 320;
  const height = 48;
  const values = [...points.map(([, value]) => value), ...(limit === null ? [] : [limit])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [first, last] = [points[0]?.[0] ?? 0, points.at(-1)?.[0] ?? 1];
  const x = (at: number): number => ((at - first) / Math.max(1, last - first)) * width;
  const y = (value: number): number => height - 4 - ((value - low) / Math.max(1e-9, high - low)) * (height - 8);
  const path = points.map(([at, value], index) => `${index ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join('');
  return (
    <svg class="sparkline" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={label}>
      {limit !== null && <line x1="0" x2={width} y1={y(limit)} y2={y(limit)} />}
      <path d={path} />
    </svg>
  );
}
