import { useEffect, useState } from 'preact/hooks';
import type { ClassMethod, FieldClasses, Layer, LayerStyle } from '../../api/types';
import { request } from '../../api/request';
import { language, words } from '../../state/prefs';
import { showToast } from '../../state/toasts';
import { knowsWhoActs } from '../../state/whoActs';
import { Segmented } from '../../ui/Segmented';
import { categories, rampColours, rampOf, ramps, usualColour, type Ramp } from './colours';
import { describeLayer, explainDescription } from './describeLayer';
import { LegendLines } from './LegendLines';

const kinds = ['Single', 'Categorised', 'Graduated', 'HeatMap'] as const;
const ofField = new Set<LayerStyle['kind']>(['Categorised', 'Graduated']);
const methods: readonly ClassMethod[] = ['Quantile', 'EqualInterval', 'NaturalBreaks'];
const plain: Omit<LayerStyle, 'colour'> = { kind: 'Single', field: null, method: null, opacity: 0.8, size: 2, classes: [], label: null };
/** So far a point of a heat map warms at first, pixels. */
const heatRadius = 30;
const numeric = new Set(['Integer', 'Real']);

/** How a layer is drawn: alike, by values, by classes of numbers that the server finds, or as a heat map; and what is written beside. */
export function StyleForm({ layer, onDone }: { layer: Layer; onDone: () => void }) {
  const w = words.value.mapping.edit;
  const [style, setStyle] = useState<LayerStyle>(layer.style ?? { ...plain, colour: usualColour(layer.id) });
  const [count, setCount] = useState(Math.max(2, layer.style?.kind === 'Graduated' ? layer.style.classes.length : 5));
  const [ramp, setRamp] = useState<Ramp>(rampOf(layer.style?.classes.at(-1)?.colour));
  const [found, setFound] = useState<FieldClasses | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const fields = layer.fields.filter((field) => style.kind !== 'Graduated' || numeric.has(field.type));
  const { kind, field, method } = style;
  useEffect(() => {
    if (!ofField.has(kind) || !field) return undefined;
    let current = true;
    const params = new URLSearchParams({ field, ...(kind === 'Graduated' ? { method: method ?? 'Quantile', classes: String(count) } : {}) });
    request<FieldClasses>(`/api/layers/${encodeURIComponent(layer.id)}/classes?${params}`).then((answer) => {
      if (!current) return;
      setFound(answer);
      const items = kind === 'Graduated' ? answer.items : answer.items.slice(0, categories.length);
      const colours = kind === 'Graduated' ? rampColours(ramp, items.length) : categories;
      setStyle((before) => ({ ...before, colour: '#9aa3ad', classes: items.map(({ value, from, to }, index) => ({ value, from, to, colour: colours[index] ?? '#9aa3ad' })) }));
    }, (error: unknown) => current && setProblem(explainDescription(error)));
    return () => { current = false; };
  }, [kind, field, method, count, ramp]);
  const choose = (next: (typeof kinds)[number]): void => {
    const fits = layer.fields.filter((one) => next !== 'Graduated' || numeric.has(one.type));
    setFound(null);
    const byField = ofField.has(next);
    setStyle({
      ...style,
      kind: next,
      field: byField ? (fits.find((one) => one.name === style.field) ?? fits[0])?.name ?? null : null,
      method: next === 'Graduated' ? method ?? 'Quantile' : null,
      classes: [],
      colour: byField || !ofField.has(kind) ? style.colour : usualColour(layer.id),
      size: next === 'HeatMap' ? heatRadius : kind === 'HeatMap' ? plain.size : style.size,
    });
  };
  const send = async (next: LayerStyle | null): Promise<void> => {
    if (!(await knowsWhoActs())) return;
    setBusy(true);
    setProblem('');
    try {
      await describeLayer(layer, { style: next });
      showToast({ text: w.saved, tone: 'good', topic: 'layer', stays: 2500 });
      onDone();
    } catch (error) {
      setProblem(explainDescription(error));
    } finally {
      setBusy(false);
    }
  };
  const title = (name: string): string => layer.fields.find((one) => one.name === name)?.title?.[language.value] || name;
  const ready = !ofField.has(kind) || (field !== null && style.classes.length > 0);
  return (
    <form class="ask style-form" onSubmit={(event) => { event.preventDefault(); if (ready) void send(style); }}>
      <Segmented label={w.kind} value={kind} options={kinds.filter((value) => value !== 'HeatMap' || layer.geometry === 'Point').map((value) => ({ value, label: w.kinds[value] }))} onChange={choose} />
      {!ofField.has(kind)
        ? <label class="field style-colour"><span>{w.colour}</span><input type="color" value={style.colour} onInput={(event) => setStyle({ ...style, colour: event.currentTarget.value })} /></label>
        : !fields.length ? <p class="field-hint" role="status">{w.noNumbers}</p>
        : <label class="field"><span>{w.field}</span><select value={field ?? ''} onChange={(event) => setStyle({ ...style, field: event.currentTarget.value, classes: [] })}>
            {fields.map((one) => <option key={one.name} value={one.name}>{title(one.name)}</option>)}</select></label>}
      {kind === 'Graduated' && fields.length > 0 && (
        <>
          <label class="field"><span>{w.method}</span><select value={method ?? 'Quantile'} onChange={(event) => setStyle({ ...style, method: event.currentTarget.value as ClassMethod })}>
            {methods.map((value) => <option key={value} value={value}>{w.methods[value]}</option>)}</select></label>
          <div class="field-pair">
            <label class="field"><span>{w.classes}</span><select value={count} onChange={(event) => setCount(Number(event.currentTarget.value))}>
              {[2, 3, 4, 5, 6, 7, 8, 9].map((value) => <option key={value} value={value}>{value}</option>)}</select></label>
            <label class="field"><span>{w.ramp}</span><select value={ramp} onChange={(event) => setRamp(event.currentTarget.value as Ramp)}>
              {(Object.keys(ramps) as Ramp[]).map((value) => <option key={value} value={value}>{w.ramps[value]}</option>)}</select></label>
          </div>
        </>
      )}
      <LegendLines style={style} counts={found ? [...found.items.slice(0, style.classes.length).map((item) => item.count), undefined] : undefined} />
      <label class="field"><span>{kind === 'HeatMap' ? w.reach : layer.geometry === 'Point' ? w.radius : w.width}</span>
        <input type="range" min={kind === 'HeatMap' ? 6 : 0.5} max={kind === 'HeatMap' ? 60 : 12} step={kind === 'HeatMap' ? 2 : 0.5} value={style.size} onInput={(event) => setStyle({ ...style, size: Number(event.currentTarget.value) })} /></label>
      <label class="field"><span>{w.label}</span>
        <select value={style.label?.field ?? ''} onChange={(event) => setStyle({ ...style, label: event.currentTarget.value ? { size: 12, minZoom: 12, ...style.label, field: event.currentTarget.value } : null })}>
          <option value="">{w.noLabel}</option>{layer.fields.map((one) => <option key={one.name} value={one.name}>{title(one.name)}</option>)}</select></label>
      {problem && <p class="problem" role="alert">{problem}</p>}
      <div class="form-buttons">
        {layer.style && <button type="button" class="button button-quiet" disabled={busy} onClick={() => void send(null)}>{w.plain}</button>}
        <button type="button" class="button" onClick={onDone}>{words.value.cancel}</button>
        <button type="submit" class="button button-primary" disabled={busy || !ready}>{words.value.save}</button>
      </div>
    </form>
  );
}
