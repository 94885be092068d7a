import { formatNumber } from '../format/number';
import { language, words } from '../state/prefs';
import type { ImportReport } from './importTypes';
import { sayHow } from './sayHow';

/** What a file holds: figures, then each layer with its fields. */
export function ImportFound({ report }: { report: ImportReport }) {
  const w = words.value.import;
  const number = (value: number): string => formatNumber(value, language.value);
  const figures = [[w.good, report.count, 'good'], [w.kinds.bad, report.bad, 'bad'], [w.kinds.repaired, report.repaired, 'repaired'], [w.kinds.warning, report.warnings, 'warning']] as const;
  return (
    <div class="import-found">
      <dl class="import-figures">{figures.map(([name, value, kind]) => <div key={kind} class={value ? `import-${kind}` : ''}><dt>{name}</dt><dd class="figures">{number(value)}</dd></div>)}</dl>
      <p class="field-hint">{sayHow(report.how, language.value)} · EPSG:{report.crs}</p>
      {report.layers.map((layer) => (
        <details key={layer.layer}>
          <summary><b>{layer.layer}</b> {w.features(number(layer.count), w.geometries[layer.geometry as 'Point'] ?? layer.geometry)}{layer.exists && !report.stored ? <em> {w.exists}</em> : null}</summary>
          {layer.numberedFrom ? <p class="field-hint">{w.numberedFrom(String(layer.numberedFrom))}</p> : null}
          <ul class="import-fields">{layer.fields.map((field) => <li key={field.name}><span>{field.source}</span> <code>{field.name}</code> <small>{w.types[field.type as 'Text'] ?? field.type}</small></li>)}</ul>
        </details>
      ))}
    </div>
  );
}
