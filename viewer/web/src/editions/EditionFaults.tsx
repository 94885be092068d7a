import { formatNumber } from '../format/number';
import { flyToBounds } from '../map/mapHandle';
import { language, words } from '../state/prefs';
import { Icon } from '../ui/Icon';
import type { Fault, FaultKind, Topology } from './editionTypes';
import { areaText, boundsOf, bySize, kindOf } from './faults';

/** So many are listed; the map shows them all. */
const listed = 60;

/** Where the areas of an edition do not fit together: how often, and each place, the largest first. */
export function EditionFaults({ topology }: { topology: Topology | null }) {
  const w = words.value.editions;
  if (!topology) return <section><h3>{w.check}</h3><div class="import-progress" role="status"><span>{w.checking}</span><progress max={1} aria-label={w.checking} /></div></section>;
  const faults = bySize(topology.features);
  const number = (value: number): string => formatNumber(value, language.value);
  return (
    <section class="edition-faults">
      <h3>{w.check}</h3>
      {faults.length === 0
        ? <p class="import-stored" role="status"><Icon name="check" size={18} />{w.clean}</p>
        : <dl class="import-figures">{(Object.keys(w.faults) as FaultKind[]).map((kind) => <div key={kind} class={topology.counts[kind] ? 'import-bad' : ''} data-fault={kind}><dt>{w.faults[kind]}</dt><dd class="figures">{number(topology.counts[kind])}</dd></div>)}</dl>}
      {faults.length > 0 && <ol>{faults.slice(0, listed).map((fault) => <FaultRow key={fault.id} fault={fault} number={number} />)}</ol>}
      {faults.length > listed && <p class="field-hint">{w.more(number(faults.length - listed))}</p>}
    </section>
  );
}

function FaultRow({ fault, number }: { fault: Fault; number: (value: number) => string }) {
  const w = words.value.editions;
  const { names, squareMetres, meanWidthMetres } = fault.properties;
  const [kind, size] = [w.faults[kindOf(fault)], areaText(squareMetres, number)];
  return (
    <li>
      <button type="button" onClick={() => flyToBounds(boundsOf(fault))}>
        <b>{names || kind}</b><span class="figures">{size}</span><small>{names ? kind : ''}{meanWidthMetres > 0 && ` · ${w.wide(number(meanWidthMetres))}`}</small>
      </button>
    </li>
  );
}
