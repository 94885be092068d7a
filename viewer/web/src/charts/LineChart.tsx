import { useEffect, useRef, useState } from 'preact/hooks';
import type uPlot from 'uplot';
import { formatCompact } from '../format/number';
import { language, theme, words } from '../state/prefs';
import { chartOptions, type ChartLine } from './chartOptions';
import { axisTime } from './axisTime';

export interface LineChartProps {
  /** What it shows, in one sentence: read out in place of the picture. */
  label: string;
  /** Milliseconds, rising. */
  times: readonly number[];
  lines: readonly ChartLine[];
  height?: number;
  /** False for what has no meaningful zero. */
  fromZero?: boolean;
  /** True for what holds from one moment to the next. */
  stepped?: boolean;
  /** What one moment says, read beside the chart and by keyboard. */
  tell: (index: number) => string;
  onIndex: (index: number | null) => void;
  /** Clicked, or Enter. */
  onPick?: (index: number) => void;
}

/** Lines over time, drawn by a library that is loaded when the first chart is. Arrow keys walk from moment to moment. */
export function LineChart(props: LineChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const [at, setAt] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  const last = props.times.length - 1;
  const point = (index: number | null): void => {
    setAt(index);
    latest.current.onIndex(index);
  };
  useEffect(() => {
    const host = box.current;
    if (!host || last < 1) return undefined;
    let gone = false;
    let drawn: uPlot | null = null;
    const resize = new ResizeObserver(() => drawn?.setSize({ width: host.clientWidth, height: props.height ?? 160 }));
    import('./loadChart').then(({ default: Plot }) => {
      if (gone) return;
      const style = getComputedStyle(document.documentElement);
      const options = chartOptions({
        width: host.clientWidth, height: props.height ?? 160, lines: props.lines, fromZero: props.fromZero ?? true,
        token: (name) => style.getPropertyValue(name).trim(),
        time: (seconds, span) => axisTime(seconds * 1000, span, language.value),
        number: (value) => formatCompact(value, language.value),
        stepped: props.stepped ? Plot.paths.stepped?.({ align: 1 }) : undefined,
        linear: Plot.paths.linear?.(),
      });
      const data = [props.times.map((time) => time / 1000), ...props.lines.map((line) => [...line.values])] as uPlot.AlignedData;
      drawn = new Plot({
        ...options,
        hooks: { setCursor: [(own) => point(own.cursor.idx ?? null)] },
      }, data, host);
      // A finger cannot hover: its first tap reads a moment, the second one there opens it.
      let read: number | null = null;
      drawn.over.addEventListener('click', () => {
        const index = drawn?.cursor.idx;
        if (typeof index !== 'number') return;
        if (index === read || !matchMedia('(hover: none)').matches) latest.current.onPick?.(index);
        read = index;
      });
      chart.current = drawn;
      resize.observe(host);
    }, () => setFailed(true));
    return () => {
      gone = true;
      resize.disconnect();
      drawn?.destroy();
      chart.current = null;
    };
  }, [props.times, props.lines, props.height, theme.value, language.value]);
  const walk = (to: number): void => {
    const index = Math.max(0, Math.min(last, to));
    const plot = chart.current;
    if (plot) plot.setCursor({ left: plot.valToPos((props.times[index] ?? 0) / 1000, 'x'), top: 0 });
    else point(index);
  };
  if (failed) return <p class="field-hint" role="status">{words.value.trends.chartFailed}</p>;
  return (
    <div class={`chart${props.onPick ? ' chart-pick' : ''}`} style={{ height: `${props.height ?? 160}px` }} ref={box} tabIndex={0} role="slider" aria-label={props.label}
      aria-valuemin={0} aria-valuemax={Math.max(0, last)} aria-valuenow={at ?? last} aria-valuetext={last >= 0 ? props.tell(at ?? last) : ''}
      onBlur={() => { chart.current?.setCursor({ left: -10, top: -10 }); point(null); }}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -1, ArrowRight: 1, PageDown: -7, PageUp: 7 }[event.key];
        if (step !== undefined) walk((at ?? last) + step);
        else if (event.key === 'Home') walk(0);
        else if (event.key === 'End') walk(last);
        else if (event.key === 'Enter' && at !== null && props.onPick) props.onPick(at);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }} />
  );
}
