/** The columns of a histogram, drawn to fill their box; the highest one takes the whole height. */
export function Columns({ counts }: { counts: readonly number[] | null }) {
  const most = Math.max(1, ...(counts ?? []));
  return (
    <svg class="time-columns" viewBox={`0 0 ${counts?.length ?? 1} 100`} preserveAspectRatio="none" aria-hidden="true">
      {counts?.map((count, index) => {
        // One incident is seen beside hundreds.
        const height = count === 0 ? 0 : Math.max(6, (count / most) * 100);
        return <rect key={index} x={index + 0.12} width={0.76} y={100 - height} height={height} />;
      })}
    </svg>
  );
}
