import { words } from '../state/prefs';
import { Icon } from '../ui/Icon';

const numbers = [['113', 'police'], ['114', 'fire'], ['115', 'ambulance'], ['112', 'rescue']] as const;

/** A report is not a call for help: for what endangers lives the numbers come first. */
export function EmergencyNumbers() {
  const r = words.value.report;
  return (
    <div class="emergency" role="alert">
      <p><Icon name="phone" size={18} />{r.emergency}</p>
      <div>{numbers.map(([number, name]) => <a key={number} href={`tel:${number}`}><b>{number}</b><span>{r.numbers[name]}</span></a>)}</div>
    </div>
  );
}
