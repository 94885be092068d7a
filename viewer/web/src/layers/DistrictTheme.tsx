import { useState } from 'preact/hooks';
import { shadeOf, type DistrictFigure, type FigureClass } from '../districts/figures';
import { formatNumber } from '../format/number';
import { palettes } from '../map/style/palette';
import { info, typeName } from '../state/city';
import { districtClasses } from '../state/districtTheme';
import { narrow } from '../state/layout';
import { districtFigure, hiddenLayers, language, theme, words } from '../state/prefs';
import { Icon } from '../ui/Icon';

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

const themeName = (): string => {
  const [figure, w] = [districtFigure.value, words.value.layers.theme];
  return w.legend(figure === 'open' ? w.open : figure === 'overdue' ? w.overdue : typeName(figure.slice('type:'.length)));
};

function Classes({ classes }: { classes: readonly FigureClass[] }) {
  const shades = palettes[theme.value].shades;
  const range = ({ from, to }: FigureClass): string =>
    from === to ? formatNumber(from, language.value) : `${formatNumber(from, language.value)} – ${formatNumber(to, language.value)}`;
  return <>{classes.map((own, index) => <li key={own.from}><i class="shade" style={{ background: shades[shadeOf(index, classes)] }} /><span class="figures">{range(own)}</span></li>)}</>;
}

/** The classes in short, on the map itself: its colours are never without their meaning. On a phone it is folded until it is asked for. */
export function MapLegend() {
  const classes = districtClasses.value;
  const [open, setOpen] = useState(false);
  if (!classes || hiddenLayers.value.includes('districts')) return null;
  const legend = <section class="map-legend" aria-label={themeName()}><h3>{themeName()}</h3><ul><Classes classes={classes} /></ul></section>;
  if (!narrow.value) return legend;
  return (
    <>
      {open && legend}
      <button type="button" class="chip legend-button" aria-expanded={open} onClick={() => setOpen(!open)}><Icon name="layers" size={18} />{words.value.layers.legend}</button>
    </>
  );
}

/** What the colours of the districts say: classes, how they were made, and what is not known. */
export function DistrictThemeLegend() {
  const classes = districtClasses.value;
  if (!classes) return null;
  const w = words.value.layers.theme;
  return (
    <section class="legend theme-legend">
      <h3>{themeName()}</h3>
      <ul>
        <Classes classes={classes} />
        <li><i class="shade shade-none" /><span>{words.value.layers.noData}</span></li>
      </ul>
      <p>{w.method}</p>
    </section>
  );
}
