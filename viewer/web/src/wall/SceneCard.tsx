import { shadeOf } from '../districts/figures';
import { formatNumber } from '../format/number';
import { palettes } from '../map/style/palette';
import { districtName, districts } from '../state/city';
import { districtClasses } from '../state/districtTheme';
import { language, theme, words } from '../state/prefs';
import type { ShownScene } from './useScene';

/** Says what the map shows, how long, and what its colours mean. */
export function SceneCard({ shown, pace }: { shown: ShownScene; pace: number }) {
  const w = words.value.wall;
  const { scene, index, count } = shown;
  const number = (value: number): string => formatNumber(value, language.value);
  const district = scene.kind === 'district' ? districts.value?.find(({ id }) => id === scene.id) : undefined;
  const title = scene.kind === 'city' ? w.wholeCity : scene.kind === 'theme' ? w.theme(w.themes[scene.figure]) : district ? districtName(district) : '';
  return (
    <div class="wall-scene" data-scene={scene.kind === 'district' ? scene.id : scene.kind === 'theme' ? scene.figure : 'city'}>
      <h2>{title}</h2>
      {district && <p><b>{number(district.counts.open)}</b> {w.open} · <b>{number(district.counts.overdue)}</b> {w.overdue}</p>}
      {scene.kind === 'theme' && <Shades />}
      <p class="wall-pace"><span>{w.position(number(index + 1), number(count))}</span><span>{w.pace(number(pace))}</span></p>
      <i class="wall-progress" key={index} style={{ animationDuration: `${pace}s` }} />
    </div>
  );
}

function Shades() {
  const classes = districtClasses.value;
  if (!classes) return null;
  const shades = palettes[theme.value].shades;
  const number = (value: number): string => formatNumber(value, language.value);
  return (
    <ul class="wall-shades">
      {classes.map((own, index) => <li key={own.from}><i class="shade" style={{ background: shades[shadeOf(index, classes)] }} />{own.from === own.to ? number(own.from) : `${number(own.from)}–${number(own.to)}`}</li>)}
    </ul>
  );
}
