import { formatNumber } from '../format/number';
import { language, theme } from '../state/prefs';
import { Mark } from '../ui/Mark';
import { contrast, parseHex, sightMatrices, type Sight } from './colour';
import { componentWords } from './words';

const sizes = ['--text-s', '--text-m', '--text-l', '--text-xl', '--text-xxl'];
const steps = [4, 8, 12, 16, 24, 32, 48];

/** Reads a token as the page has it now. */
const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Type scale, spacing, colours with their roles, and severity as others see it. */
export function Tokens() {
  const w = componentWords[language.value];
  return (
    <>
      <section><h2>{w.type}</h2>{sizes.map((size) => <p key={size} class="sample-type" style={{ fontSize: `var(${size})` }}><code>{size.slice(2)}</code>{w.typeSample}</p>)}</section>
      <section><h2>{w.spacing}</h2><div class="sample-line">{steps.map((step) => <figure key={step}><i style={{ width: `${step}px`, height: `${step}px` }} /><figcaption class="figures">{step}</figcaption></figure>)}</div></section>
      <Colours key={theme.value} />
      <section>
        <h2>{w.severity}</h2><p class="field-hint">{w.severityHint}</p>
        <Sights />
      </section>
    </>
  );
}

function Colours() {
  const w = componentWords[language.value];
  const surface = parseHex(token('--surface'));
  return (
    <section>
      <h2>{w.colours}</h2>
      <ul class="sample-colours">
        {(Object.keys(w.roles) as Array<keyof typeof w.roles>).map((role) => (
          <li key={role}><i style={{ background: `var(--${role})` }} /><b>{role}</b><span>{w.roles[role]}</span>
            <small class="figures">{token(`--${role}`)} · {w.contrast(formatNumber(Math.round(contrast(parseHex(token(`--${role}`)), surface) * 10) / 10, language.value))}</small></li>
        ))}
      </ul>
    </section>
  );
}

/** The severities through the eyes of those who lack a kind of cone. */
function Sights() {
  const w = componentWords[language.value];
  return (
    <>
      <svg width="0" height="0" aria-hidden="true" class="sample-filters">
        {(Object.keys(sightMatrices) as Sight[]).map((sight) => (
          <filter id={`sight-${sight}`} key={sight} color-interpolation-filters="linearRGB"><feColorMatrix type="matrix" values={rows(sightMatrices[sight])} /></filter>
        ))}
      </svg>
      <div class="sample-line">
        {(Object.keys(w.sight) as Sight[]).map((sight) => (
          <figure key={sight}>
            <span class="sample-marks" style={{ filter: `url(#sight-${sight})` }}>{[1, 2, 3, 4, 5].map((severity) => <Mark key={severity} severity={severity} state="New" />)}</span>
            <figcaption>{w.sight[sight]}</figcaption>
          </figure>
        ))}
      </div>
    </>
  );
}

const rows = (matrix: readonly number[]): string => [0, 1, 2].map((row) => `${matrix.slice(row * 3, row * 3 + 3).join(' ')} 0 0`).join(' ') + ' 0 0 0 1 0';
