import type uPlot from 'uplot';
import { cityOffsetMinutes } from '../format/zone';

/** One line of a chart. */
export interface ChartLine {
  label: string;
  /** One per moment; null is a gap: nothing known is not zero. */
  values: ReadonlyArray<number | null>;
  /** Name of the token it is drawn in, as `--accent`. */
  colour: string;
  /** `area` is filled, `edge` is thin, `limit` is dashed. */
  kind: 'area' | 'line' | 'edge' | 'limit';
}

export interface ChartOptions {
  width: number;
  height: number;
  lines: readonly ChartLine[];
  /** The value of a token. */
  token: (name: string) => string;
  /** A moment in seconds, as the axis says it; `span` is how many seconds the axis holds. */
  time: (at: number, span: number) => string;
  number: (value: number) => string;
  /** False for what has no meaningful zero. */
  fromZero: boolean;
  stepped: uPlot.Series.PathBuilder | undefined;
  linear: uPlot.Series.PathBuilder | undefined;
}

/** How far the values of an axis go: a little air above, whole numbers below ten, never an axis of no height. */
export function rangeOf(low: number | null, high: number | null, fromZero: boolean): [number, number] {
  const top = high ?? 1;
  if (fromZero) return [0, Math.max(1, top * 1.12)];
  const bottom = low ?? 0;
  const air = Math.max((top - bottom) * 0.12, Math.abs(top) * 0.005, 1e-6);
  return [bottom - air, top + air];
}

/** A colour of the tokens (`#rrggbb`) with so much of itself. */
export const faint = (colour: string, share: number): string => `${colour}${Math.round(share * 255).toString(16).padStart(2, '0')}`;

/** What the chart library is told: quiet axes, a thin grid, a cursor that is read beside the chart and not over it. */
export function chartOptions(options: ChartOptions): Omit<uPlot.Options, 'hooks'> {
  const { token, lines } = options;
  const muted = token('--muted');
  const grid = { stroke: token('--line'), width: 1 };
  const font = '12px "Noto Sans", system-ui, sans-serif';
  return {
    width: options.width,
    height: options.height,
    // Splits fall on the city's hours and days, whatever the zone of the device.
    tzDate: (at) => new Date((at + (cityOffsetMinutes + new Date(at * 1000).getTimezoneOffset()) * 60) * 1000),
    legend: { show: false },
    // Half a date fits beside the last moment.
    padding: [8, 20, 0, 0],
    cursor: { y: false, drag: { x: false, y: false, setScale: false }, points: { size: 7 } },
    scales: { x: { time: true }, y: { range: (_, low, high) => rangeOf(low, high, options.fromZero) } },
    axes: [
      {
        stroke: muted, font, size: 28, gap: 4, space: 64, grid: { show: false }, ticks: { ...grid, size: 4 },
        values: (chart, splits) => {
          const { min = 0, max = 0 } = chart.scales['x'] ?? {};
          return splits.map((at) => options.time(at, (max ?? 0) - (min ?? 0)));
        },
      },
      { stroke: muted, font, size: 40, gap: 6, space: 30, grid, ticks: { show: false }, values: (_, splits) => splits.map((value) => options.number(value)) },
    ],
    series: [
      {},
      ...lines.map((line): uPlot.Series => {
        const stroke = token(line.colour);
        if (line.kind === 'limit') return { label: line.label, stroke, width: 1.25, dash: [5, 4], points: { show: false } };
        const area = line.kind === 'area';
        return {
          label: line.label, stroke, width: line.kind === 'edge' ? 0.75 : 1.75, points: { show: false }, spanGaps: false,
          ...(area ? { fill: faint(stroke, 0.14) } : {}),
          ...(area && options.stepped ? { paths: options.stepped } : options.linear ? { paths: options.linear } : {}),
        };
      }),
    ],
  };
}
