import { shadeOf, type DistrictFigure } from '../districts/figures';
import { formatNumber } from '../format/number';
import { palettes } from '../map/style/palette';
import { info, typeName } from '../state/city';
import { districtClasses } from '../state/districtTheme';
import { districtFigure, language, theme, words } from '../state/prefs';

/** Chooses the figure that colours the districts. */
export function DistrictThemeChoice() {
  const w = words.value.layers.theme;
  const types = info.value?.types ?? [];
  return (
    <label class="field layer-theme"><span>{w.label}</span>
      <select value={districtFigure.value} onChange={(event) => (districtFigure.value = event.currentTarget.value as DistrictFigure)}>
        <option value="none">{w.none}</option>
        <option value="open">{w.open}</option>
        <option value="overdue">{w.overdue}</option>
        <optgroup label={w.byType}>{types.map((type) => <option key={type.code} value={`type:${type.code}`}>{typeName(type.code)}</option>)}</optgroup>
      </select>
    </label>
  );
}

/** What the colours of the districts say: classes, how they were made, and what is not known. */
export function DistrictThemeLegend() {
  const classes = districtClasses.value;
  if (!classes) return null;
  const w = words.value.layers.theme;
  const figure = districtFigure.value;
  const shades = palettes[theme.value].shades;
  const name = figure === 'open' ? w.open : figure === 'overdue' ? w.overdue : typeName(figure.slice('type:'.length));
  const range = ({ from, to }: { from: number; to: number }): string =>
    from === to ? formatNumber(from, language.value) : `${formatNumber(from, language.value)} – ${formatNumber(to, language.value)}`;
  return (
    <section class="legend theme-legend">
      <h3>{w.legend(name)}</h3>
      <ul>
        {classes.map((own, index) => <li key={own.from}><i class="shade" style={{ background: shades[shadeOf(index, classes)] }} /><span class="figures">{range(own)}</span></li>)}
        <li><i class="shade shade-none" /><span>{words.value.layers.noData}</span></li>
      </ul>
      <p>{w.method}</p>
    </section>
  );
}
